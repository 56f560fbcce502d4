package io.alcove.apiserver.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A change of an object that was sent to a real kube-apiserver without admission, with what it
 * answered (src/test/goldens/record-rules.py says what the fields of a row mean).
 *
 * @param number of the row in its file, which objects that were made for it bear in their name
 */
record RuleRow(String file, int number, JsonNode object, JsonNode row) {

    static List<RuleRow> read(String file) {
        try (InputStream in = RuleRow.class.getResourceAsStream(file + ".json")) {
            JsonNode all = new ObjectMapper().readTree(Objects.requireNonNull(in, file));
            List<RuleRow> rows = new ArrayList<>();
            for (JsonNode row : all.path("rows")) {
                JsonNode object = all.path("objects").path(row.path("of").asText());
                rows.add(new RuleRow(file, rows.size(), object, row));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isUpdate() {
        return row.has("update");
    }

    String path() {
        return object.path("path").asText();
    }

    String name() {
        return object.at("/body/metadata/name").asText() + (isUpdate() ? "-" + number : "");
    }

    /** The object that is created, or that the update starts from. */
    ObjectNode first() {
        ObjectNode body = object.path("body").deepCopy();
        ((ObjectNode) body.path("metadata")).put("name", name());
        return changed(body, row.path(isUpdate() ? "from" : "create"));
    }

    ObjectNode updated(ObjectNode made) {
        return changed(made, row.path("update"));
    }

    String subresource() {
        return row.path("subresource").asText("");
    }

    JsonNode status() {
        return row.path("status");
    }

    int code() {
        return row.path("code").asInt();
    }

    /** Whether kube-apiserver walks a map, which it does in another order each time. */
    boolean isAnyOrder() {
        return row.path("anyOrder").asBoolean();
    }

    /** Of an update it tells some causes twice, which we do not. */
    List<String> answer() {
        List<String> lines = new ArrayList<>(List.of("" + code()));
        for (JsonNode cause : row.path("causes")) {
            lines.add(
                    "%s | %s | %s"
                            .formatted(
                                    cause.path(0).asText(),
                                    cause.path(1).asText(),
                                    cause.path(2).asText()));
        }
        if (row.has("message")) {
            lines.add(row.path("message").asText());
        }
        return lines.stream().distinct().toList();
    }

    private static ObjectNode changed(ObjectNode body, JsonNode changes) {
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            String[] parts = change.getKey().substring(1).split("/", -1);
            JsonNode at = body;
            for (int i = 0; i < parts.length - 1; i++) {
                at = step(at, unescaped(parts[i]), parts[i + 1].equals("0"));
            }
            put(at, unescaped(parts[parts.length - 1]), change.getValue());
        }
        return body;
    }

    private static String unescaped(String part) {
        return part.replace("~1", "/").replace("~0", "~");
    }

    private static JsonNode step(JsonNode at, String part, boolean list) {
        JsonNode next = at.isArray() ? at.path(Integer.parseInt(part)) : at.path(part);
        if (!next.isContainerNode()) {
            next =
                    list
                            ? new ObjectMapper().createArrayNode()
                            : new ObjectMapper().createObjectNode();
            put(at, part, next);
        }
        return next;
    }

    private static void put(JsonNode at, String part, JsonNode value) {
        if (at instanceof ArrayNode array) {
            int index = Integer.parseInt(part);
            if (value.isNull()) {
                array.remove(index);
            } else if (index == array.size()) {
                array.add(value);
            } else {
                array.set(index, value);
            }
        } else if (value.isNull()) {
            ((ObjectNode) at).remove(part);
        } else {
            ((ObjectNode) at).set(part, value);
        }
    }

    @Override
    public String toString() {
        return file + " " + number + ": " + row.path("row").asText();
    }
}
