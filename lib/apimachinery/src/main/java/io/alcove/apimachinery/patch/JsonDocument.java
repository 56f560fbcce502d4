package io.alcove.apimachinery.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The document that a JSON patch changes step by step. */
final class JsonDocument {

    /** Where a path ends: the container and the key or index in it. */
    record Place(JsonContainer container, String key) {}

    private JsonNode root;

    JsonDocument(JsonNode root) {
        this.root = root;
    }

    JsonNode root() {
        return root;
    }

    void replaceRoot(JsonNode value) {
        root = value;
    }

    /**
     * Empty where a step on the way is absent or no container. What stands before the first slash
     * is ignored, as upstream does.
     */
    Optional<Place> find(String path) {
        String[] steps = path.split("/", -1);
        if (steps.length < 2) {
            return Optional.empty();
        }
        Optional<JsonContainer> container = container(root);
        for (int i = 1; i < steps.length - 1 && container.isPresent(); i++) {
            container = child(container.get(), unescape(steps[i]));
        }
        return container.map(found -> new Place(found, unescape(steps[steps.length - 1])));
    }

    private static Optional<JsonContainer> child(JsonContainer parent, String key) {
        try {
            return container(parent.get(key));
        } catch (JsonPatchFailure _) {
            return Optional.empty();
        }
    }

    private static Optional<JsonContainer> container(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> Optional.of(new JsonContainer.Members(object));
            case ArrayNode array -> Optional.of(new JsonContainer.Elements(array));
            default -> Optional.empty();
        };
    }

    private static String unescape(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }
}
