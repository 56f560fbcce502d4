package io.alcove.apiserver.admission.serviceaccount;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.admission.AdmissionRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A mirror pod shows what runs on a node anyhow: it may not reach for what the cluster keeps. */
final class MirrorPods {

    private static final List<String> PARTS =
            List.of("volumes", "containers", "initContainers", "ephemeralContainers");

    private static final Set<String> SECRET_FIELDS =
            Set.of("secret", "secretRef", "secretKeyRef", "nodePublishSecretRef");

    private MirrorPods() {}

    static void check(AdmissionRequest request, ApiObject pod) {
        if (!pod.text("spec", "serviceAccountName").isEmpty()) {
            throw request.forbidden("a mirror pod may not reference service accounts");
        }
        if (!pod.at("spec", "imagePullSecrets").isEmpty()
                || PARTS.stream().anyMatch(part -> namesSecret(pod.at("spec", part)))) {
            throw request.forbidden("a mirror pod may not reference secrets");
        }
        for (JsonNode volume : pod.elements("spec", "volumes")) {
            for (JsonNode source : volume.path("projected").path("sources")) {
                if (source.has("serviceAccountToken")) {
                    throw request.forbidden(
                            "a mirror pod may not use ServiceAccountToken volume projections");
                }
            }
        }
    }

    private static boolean namesSecret(JsonNode node) {
        if (!node.path("azureFile").path("secretName").asText("").isEmpty()) {
            return true;
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (field.getValue().isContainerNode()
                    && (SECRET_FIELDS.contains(field.getKey()) || namesSecret(field.getValue()))) {
                return true;
            }
        }
        return node.isArray() && node.valueStream().anyMatch(MirrorPods::namesSecret);
    }
}
