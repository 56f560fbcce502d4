package io.alcove.apiserver.admission.podsecurity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A pod, or the template of one, as the checks look at it.
 *
 * @param metadata of the pod or template
 */
record PodView(JsonNode metadata, JsonNode spec) {

    private static final List<String> SORTS =
            List.of("initContainers", "containers", "ephemeralContainers");

    JsonNode securityContext() {
        return spec.path("securityContext");
    }

    List<JsonNode> containers() {
        List<JsonNode> all = new ArrayList<>();
        SORTS.forEach(sort -> spec.path(sort).forEach(all::add));
        return all;
    }

    /** The names of the containers of which something holds. */
    List<String> containersThat(Predicate<JsonNode> predicate) {
        return containers().stream().filter(predicate).map(c -> c.path("name").asText("")).toList();
    }

    /** The names of the containers whose security context has something. */
    List<String> containersWhose(Predicate<JsonNode> ofSecurityContext) {
        return containersThat(c -> ofSecurityContext.test(c.path("securityContext")));
    }

    boolean isWindows() {
        return spec.path("os").path("name").asText("").equals("windows");
    }

    /** Root within a user namespace is nobody outside of it. */
    boolean hasUserNamespace() {
        return !spec.path("hostUsers").asBoolean(true);
    }
}
