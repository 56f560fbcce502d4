package io.alcove.apiserver.admission.podsecurity;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.List;
import java.util.Optional;

/** What an update of a pod can change that its security depends on. */
final class PodChange {

    private PodChange() {}

    static boolean isSignificant(ApiObject pod, ApiObject old) {
        return !images(pod, "containers").equals(images(old, "containers"))
                || !images(pod, "initContainers").equals(images(old, "initContainers"))
                || pod.elements("spec", "ephemeralContainers").stream()
                        .anyMatch(container -> isNew(container, old));
    }

    private static List<String> images(ApiObject pod, String field) {
        return pod.elements("spec", field).stream().map(c -> c.path("image").asText("")).toList();
    }

    private static boolean isNew(JsonNode container, ApiObject old) {
        Optional<JsonNode> before =
                old.elements("spec", "ephemeralContainers").stream()
                        .filter(c -> c.path("name").equals(container.path("name")))
                        .findFirst();
        return before.filter(c -> c.path("image").equals(container.path("image"))).isEmpty();
    }
}
