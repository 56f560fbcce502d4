package io.alcove.syncer.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.List;

/** The fields of a pod's spec that an update may change. */
final class PodUpdates {

    private PodUpdates() {}

    static void overlay(ObjectNode hostSpec, ApiObject virtualPod) {
        JsonNode virtualSpec = virtualPod.at("spec");
        for (String list : List.of("initContainers", "containers")) {
            for (JsonNode container : hostSpec.path(list)) {
                copyImage((ObjectNode) container, virtualSpec.path(list));
            }
        }
        for (String field : List.of("activeDeadlineSeconds", "tolerations")) {
            if (virtualSpec.has(field)) {
                hostSpec.set(field, virtualSpec.path(field).deepCopy());
            }
        }
    }

    /** The same fields of a host pod's spec, to tell whether they changed. */
    static ObjectNode facet(JsonNode hostSpec) {
        ObjectNode facet = JsonNodeFactory.instance.objectNode();
        for (String list : List.of("initContainers", "containers")) {
            ObjectNode images = facet.putObject(list);
            for (JsonNode container : hostSpec.path(list)) {
                images.set(container.path("name").asText(), container.path("image"));
            }
        }
        for (String field : List.of("activeDeadlineSeconds", "tolerations")) {
            if (hostSpec.has(field)) {
                facet.set(field, hostSpec.path(field));
            }
        }
        return facet;
    }

    private static void copyImage(ObjectNode hostContainer, JsonNode virtualContainers) {
        for (JsonNode virtualContainer : virtualContainers) {
            if (virtualContainer.path("name").equals(hostContainer.path("name"))) {
                hostContainer.set("image", virtualContainer.path("image"));
            }
        }
    }
}
