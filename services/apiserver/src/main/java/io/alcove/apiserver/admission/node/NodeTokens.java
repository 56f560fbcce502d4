package io.alcove.apiserver.admission.node;

import static io.alcove.apiserver.admission.CoreResources.PERSISTENT_VOLUME_CLAIMS;
import static io.alcove.apiserver.admission.CoreResources.PODS;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.GoText;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.ClusterObjects;
import io.alcove.apiserver.admission.Permissions;
import io.alcove.apiserver.request.RequestInfo;
import java.util.List;
import java.util.Optional;

/** A node asks for tokens of its own pods only, and for audiences that they name. */
final class NodeTokens {

    private static final GroupResource VOLUMES = new GroupResource("", "persistentvolumes");
    private static final GroupResource DRIVERS = new GroupResource("storage.k8s.io", "csidrivers");

    private final ClusterObjects objects;
    private final Permissions permissions;

    NodeTokens(ClusterObjects objects, Permissions permissions) {
        this.objects = objects;
        this.permissions = permissions;
    }

    void admit(AdmissionRequest request, String node) {
        if (!request.is(Operation.CREATE) || !request.subresource().equals("token")) {
            return;
        }
        ApiObject token = request.newObject();
        ApiObject pod = boundPod(request, token.at("spec", "boundObjectRef"));
        if (!pod.text("spec", "nodeName").equals(node)) {
            throw request.forbidden(
                    "node requested token bound to a pod scheduled on a different node");
        }
        List<String> audiences = token.textList("spec", "audiences");
        if (audiences.size() > 1) {
            throw request.forbidden("node may only request 0 or 1 audiences");
        }
        requireAudience(request, pod, audiences.isEmpty() ? "" : audiences.getFirst());
    }

    private ApiObject boundPod(AdmissionRequest request, JsonNode reference) {
        String name = reference.path("name").asText("");
        boolean bound =
                reference.path("apiVersion").asText("").equals("v1")
                        && reference.path("kind").asText("").equals("Pod")
                        && !name.isEmpty();
        if (!bound) {
            throw request.forbidden("node requested token not bound to a pod");
        }
        String uid = reference.path("uid").asText("");
        if (uid.isEmpty()) {
            throw request.forbidden("node requested token with a pod binding without a uid");
        }
        ApiObject pod =
                objects.get(PODS, new ObjectName(request.namespace(), name))
                        .orElseThrow(() -> StatusException.notFound(PODS, name));
        if (!uid.equals(pod.uid())) {
            throw request.forbidden(
                    "the UID in the bound object reference (%s) does not match the UID in record. The object might have been deleted and then recreated"
                            .formatted(uid));
        }
        return pod;
    }

    private void requireAudience(AdmissionRequest request, ApiObject pod, String audience) {
        boolean named =
                pod.elements("spec", "volumes").stream()
                        .anyMatch(volume -> names(pod, volume, audience));
        RequestInfo asked =
                new RequestInfo(
                        "request-serviceaccounts-token-audience",
                        "",
                        "",
                        "v1",
                        audience,
                        "",
                        request.namespace(),
                        request.name());
        if (!named && !permissions.allows(request.user(), asked)) {
            throw request.forbidden(
                    "audience %s not found in pod spec volume, %s is not authorized to request tokens for this audience"
                            .formatted(GoText.quote(audience), request.user().name()));
        }
    }

    private boolean names(ApiObject pod, JsonNode volume, String audience) {
        for (JsonNode source : volume.path("projected").path("sources")) {
            JsonNode token = source.path("serviceAccountToken");
            if (token.isObject() && token.path("audience").asText("").equals(audience)) {
                return true;
            }
        }
        return driver(pod, volume)
                .flatMap(name -> objects.get(DRIVERS, ObjectName.clusterScoped(name)))
                .filter(driver -> asksFor(driver, audience))
                .isPresent();
    }

    private static boolean asksFor(ApiObject driver, String audience) {
        return driver.elements("spec", "tokenRequests").stream()
                .anyMatch(token -> token.path("audience").asText("").equals(audience));
    }

    private Optional<String> driver(ApiObject pod, JsonNode volume) {
        if (volume.has("csi")) {
            return Optional.of(volume.path("csi").path("driver").asText(""));
        }
        String claim =
                volume.has("ephemeral")
                        ? pod.name() + "-" + volume.path("name").asText("")
                        : volume.path("persistentVolumeClaim").path("claimName").asText("");
        return objects.get(PERSISTENT_VOLUME_CLAIMS, new ObjectName(pod.namespace(), claim))
                .map(object -> object.text("spec", "volumeName"))
                .flatMap(name -> objects.get(VOLUMES, ObjectName.clusterScoped(name)))
                .flatMap(object -> object.optionalText("spec", "csi", "driver"));
    }
}
