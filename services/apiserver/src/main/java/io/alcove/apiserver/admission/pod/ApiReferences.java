package io.alcove.apiserver.admission.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which objects of the API a pod needs, beside its node. */
public final class ApiReferences {

    private static final List<String> PARTS =
            List.of("volumes", "containers", "initContainers", "ephemeralContainers");

    private static final Set<String> SECRET_FIELDS =
            Set.of("secret", "secretRef", "secretKeyRef", "nodePublishSecretRef");
    private static final Set<String> CONFIG_MAP_FIELDS =
            Set.of("configMap", "configMapRef", "configMapKeyRef");

    private static final Map<String, String> BY_VOLUME =
            Map.of(
                    "csi", "csidrivers (via CSI volumes)",
                    "glusterfs", "endpoints (via glusterFS volumes)",
                    "persistentVolumeClaim", "persistentvolumeclaims",
                    "ephemeral", "persistentvolumeclaims (via ephemeral volumes)");
    private static final Map<String, String> BY_PROJECTION =
            Map.of(
                    "serviceAccountToken", "serviceaccounts (via projected volumes)",
                    "clusterTrustBundle", "clustertrustbundles",
                    "podCertificate", "podcertificates");

    private ApiReferences() {}

    public static boolean namesSecret(ApiObject pod) {
        return !pod.at("spec", "imagePullSecrets").isEmpty()
                || PARTS.stream().anyMatch(part -> has(pod.at("spec", part), SECRET_FIELDS))
                || pod.elements("spec", "volumes").stream()
                        .anyMatch(v -> v.path("azureFile").has("secretName"));
    }

    /** The first kind of object that is needed, in upstream's order and words. */
    public static Optional<String> first(ApiObject pod) {
        if (!pod.text("spec", "serviceAccountName").isEmpty()) {
            return Optional.of("serviceaccounts");
        }
        if (namesSecret(pod)) {
            return Optional.of("secrets");
        }
        if (PARTS.stream().anyMatch(part -> has(pod.at("spec", part), CONFIG_MAP_FIELDS))) {
            return Optional.of("configmaps");
        }
        if (!pod.at("spec", "resourceClaims").isEmpty()) {
            return Optional.of("resourceclaims");
        }
        return pod.elements("spec", "volumes").stream()
                .flatMap(volume -> ofVolume(volume).stream())
                .findFirst();
    }

    private static Optional<String> ofVolume(JsonNode volume) {
        for (Map.Entry<String, String> each : BY_VOLUME.entrySet()) {
            if (volume.has(each.getKey())) {
                return Optional.of(each.getValue());
            }
        }
        for (JsonNode source : volume.path("projected").path("sources")) {
            for (Map.Entry<String, String> each : BY_PROJECTION.entrySet()) {
                if (source.has(each.getKey())) {
                    return Optional.of(each.getValue());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean has(JsonNode node, Set<String> fields) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            boolean reference = fields.contains(field.getKey()) && value.isObject();
            if (reference || (value.isContainerNode() && has(value, fields))) {
                return true;
            }
        }
        return node.isArray() && node.valueStream().anyMatch(element -> has(element, fields));
    }
}
