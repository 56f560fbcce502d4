package io.alcove.apimachinery.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.JsonValues;
import io.alcove.apimachinery.patch.JsonDocument.Place;

/** One step of a JSON patch, as its JSON object. */
record JsonPatchOperation(ObjectNode node) {

    void apply(JsonDocument document) {
        String kind = node.path("op").asText("unknown");
        switch (kind) {
            case "add" -> add(document);
            case "remove" -> remove(document);
            case "replace" -> replace(document);
            case "move" -> move(document);
            case "test" -> test(document);
            case "copy" -> copy(document);
            default -> throw new JsonPatchFailure("Unexpected kind: " + kind);
        }
    }

    private void add(JsonDocument document) {
        if (!has("path")) {
            throw JsonPatchFailure.missing("add operation failed to decode path");
        }
        String path = text("path");
        Place place =
                find(
                        document,
                        path,
                        "add operation does not apply: doc is missing path: \"" + path + "\"");
        try {
            place.container().add(place.key(), value());
        } catch (JsonPatchFailure e) {
            throw e.during("error in add for path: '" + path + "'");
        }
    }

    private void remove(JsonDocument document) {
        if (!has("path")) {
            throw JsonPatchFailure.missing("remove operation failed to decode path");
        }
        String path = text("path");
        Place place =
                find(
                        document,
                        path,
                        "remove operation does not apply: doc is missing path: \"" + path + "\"");
        try {
            place.container().remove(place.key());
        } catch (JsonPatchFailure e) {
            throw e.during("error in remove for path: '" + path + "'");
        }
    }

    private void replace(JsonDocument document) {
        String path = path("replace");
        if (path.isEmpty()) {
            replaceRoot(document);
            return;
        }
        Place place =
                find(
                        document,
                        path,
                        "replace operation does not apply: doc is missing path: " + path);
        try {
            place.container().get(place.key());
        } catch (JsonPatchFailure _) {
            throw JsonPatchFailure.missing(
                    "replace operation does not apply: doc is missing key: " + path);
        }
        place.container().set(place.key(), value());
    }

    private void replaceRoot(JsonDocument document) {
        if (!value().isContainerNode()) {
            throw new JsonPatchFailure(
                    "replace operation value must be object or array: %!w(<nil>)");
        }
        document.replaceRoot(value());
    }

    private void move(JsonDocument document) {
        String from = from("move");
        Place source =
                find(
                        document,
                        from,
                        "move operation does not apply: doc is missing from path: " + from);
        JsonNode value;
        try {
            value = source.container().get(source.key());
            source.container().remove(source.key());
        } catch (JsonPatchFailure e) {
            throw e.during("error in move for path: '" + source.key() + "'");
        }
        String path = path("move");
        Place target =
                find(
                        document,
                        path,
                        "move operation does not apply: doc is missing destination path: " + path);
        try {
            target.container().add(target.key(), value);
        } catch (JsonPatchFailure e) {
            throw e.during("error in move for path: '" + path + "'");
        }
    }

    private void copy(JsonDocument document) {
        String from = from("copy");
        Place source =
                find(
                        document,
                        from,
                        "copy operation does not apply: doc is missing from path: " + from);
        JsonNode value;
        try {
            value = orNull(source.container().get(source.key()));
        } catch (JsonPatchFailure e) {
            throw e.during("error in copy for from: '" + from + "'");
        }
        if (!has("path")) {
            throw JsonPatchFailure.missing("copy operation failed to decode path");
        }
        String path = text("path");
        Place target =
                find(
                        document,
                        path,
                        "copy operation does not apply: doc is missing destination path: " + path);
        try {
            target.container().add(target.key(), value.deepCopy());
        } catch (JsonPatchFailure e) {
            throw e.during("error while adding value during copy");
        }
    }

    private void test(JsonDocument document) {
        String path = path("test");
        JsonNode actual = path.isEmpty() ? document.root() : tested(document, path);
        if (!JsonValues.equal(orNull(actual), value())) {
            throw JsonPatchFailure.testFailed(path);
        }
    }

    private static JsonNode tested(JsonDocument document, String path) {
        Place place =
                find(document, path, "test operation does not apply: is missing path: " + path);
        try {
            return place.container().get(place.key());
        } catch (JsonPatchFailure e) {
            throw e.during("error in test for path: '" + path + "'");
        }
    }

    private static Place find(JsonDocument document, String path, String otherwise) {
        return document.find(path).orElseThrow(() -> JsonPatchFailure.missing(otherwise));
    }

    private String path(String kind) {
        if (!has("path")) {
            throw JsonPatchFailure.missing(
                    kind + " operation failed to decode path: operation missing path field");
        }
        return text("path");
    }

    private String from(String kind) {
        if (!has("from")) {
            throw JsonPatchFailure.missing(
                    kind + " operation failed to decode from: operation, missing from field");
        }
        return text("from");
    }

    private boolean has(String field) {
        return node.hasNonNull(field);
    }

    private String text(String field) {
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
