package io.alcove.apimachinery.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.JsonValues;
import io.alcove.apimachinery.patch.JsonDocument.Place;

/** One step of a JSON patch, as its JSON object. */
record JsonPatchOperation(ObjectNode node) {

    boolean isTest() {
        return node.path("op").asText().equals("test");
    }

    /** Upstream's text for why it does not apply. */
    String failure(String why) {
        String kind = node.path("op").asText();
        String path = node.path("path").asText();
        if (kind.equals("remove") && why.startsWith("no such key: ")) {
            return "error in remove for path: '%s': Unable to remove nonexistent key: %s: missing value"
                    .formatted(path, why.substring("no such key: ".length()));
        }
        return "%s operation does not apply: doc is missing path: \"%s\": missing value"
                .formatted(kind, path);
    }

    void apply(JsonDocument document) {
        String kind = node.path("op").asText();
        switch (kind) {
            case "add" -> add(document, value());
            case "remove" -> remove(document, text("path"));
            case "replace" -> replace(document);
            case "move" -> move(document);
            case "test" -> test(document);
            case "copy" -> add(document, orNull(get(document, text("from"))).deepCopy());
            default -> throw new JsonPatchFailure("no such operation: " + kind);
        }
    }

    private void add(JsonDocument document, JsonNode value) {
        Place place = find(document, text("path"));
        place.container().add(place.key(), value);
    }

    private static void remove(JsonDocument document, String path) {
        Place place = find(document, path);
        place.container().remove(place.key());
    }

    /** Upstream replaces an absent member too, but no absent element. */
    private void replace(JsonDocument document) {
        String path = text("path");
        if (!path.isEmpty()) {
            Place place = find(document, path);
            place.container().set(place.key(), value());
        } else if (value().isContainerNode()) {
            document.replaceRoot(value());
        } else {
            throw new JsonPatchFailure("the root is a container");
        }
    }

    private void move(JsonDocument document) {
        String from = text("from");
        JsonNode value = orNull(get(document, from));
        remove(document, from);
        add(document, value);
    }

    private void test(JsonDocument document) {
        String path = text("path");
        JsonNode actual = path.isEmpty() ? document.root() : get(document, path);
        if (!JsonValues.equal(orNull(actual), value())) {
            throw new JsonPatchFailure("test failed: " + path);
        }
    }

    private static JsonNode get(JsonDocument document, String path) {
        Place place = find(document, path);
        return place.container().get(place.key());
    }

    private static Place find(JsonDocument document, String path) {
        return document.find(path).orElseThrow(() -> new JsonPatchFailure("no such path: " + path));
    }

    private String text(String field) {
        if (!node.hasNonNull(field)) {
            throw new JsonPatchFailure("operation without " + field);
        }
        return node.path(field).textValue();
    }

    /** An absent value is null. */
    private JsonNode value() {
        return orNull(node.path("value"));
    }

    private static JsonNode orNull(JsonNode value) {
        return value.isMissingNode() ? NullNode.getInstance() : value;
    }
}
