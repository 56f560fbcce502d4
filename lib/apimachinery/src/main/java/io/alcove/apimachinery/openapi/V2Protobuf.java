package io.alcove.apimachinery.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The OpenAPI 2 document in the protobuf form (openapi.v2 of gnostic) that kubectl asks for alone.
 * Field numbers are those of that form; what the documents here never hold is left out.
 */
final class V2Protobuf {

    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch");

    private V2Protobuf() {}

    static byte[] of(ObjectNode document) {
        return ProtobufMessage.of(document, V2Protobuf::document).toBytes();
    }

    private static void document(ProtobufMessage message, JsonNode node) {
        message.text(1, node.path("swagger"))
                .message(2, node.path("info"), V2Protobuf::info)
                .message(8, node.path("paths"), (m, paths) -> m.named(2, paths, V2Protobuf::path))
                .message(
                        9,
                        node.path("definitions"),
                        (m, definitions) -> m.named(1, definitions, V2Protobuf::schema))
                .messages(12, node.path("security"), V2Protobuf::requirement)
                .message(
                        13,
                        node.path("securityDefinitions"),
                        (m, definitions) -> m.named(1, definitions, V2Protobuf::security));
    }

    private static void info(ProtobufMessage message, JsonNode node) {
        message.text(1, node.path("title")).text(2, node.path("version"));
    }

    private static void requirement(ProtobufMessage message, JsonNode node) {
        message.named(1, node, (m, scopes) -> m.texts(1, scopes));
    }

    private static void security(ProtobufMessage message, JsonNode node) {
        message.message(
                2,
                node,
                (key, n) ->
                        key.text(1, n.path("type")).text(2, n.path("name")).text(3, n.path("in")));
    }

    private static void path(ProtobufMessage message, JsonNode node) {
        for (int i = 0; i < METHODS.size(); i++) {
            message.message(i + 2, node.path(METHODS.get(i)), V2Protobuf::operation);
        }
        message.messages(9, node.path("parameters"), V2Protobuf::parameter);
    }

    private static void operation(ProtobufMessage message, JsonNode node) {
        message.texts(1, node.path("tags"))
                .text(5, node.path("operationId"))
                .texts(6, node.path("produces"))
                .texts(7, node.path("consumes"))
                .messages(8, node.path("parameters"), V2Protobuf::parameter)
                .message(
                        9,
                        node.path("responses"),
                        (m, responses) -> m.named(1, responses, V2Protobuf::response))
                .texts(10, node.path("schemes"));
        extensions(message, 13, node);
    }

    private static void response(ProtobufMessage message, JsonNode node) {
        message.message(
                1,
                node,
                (response, n) ->
                        response.text(1, n.path("description"))
                                .message(
                                        2,
                                        n.path("schema"),
                                        (item, schema) ->
                                                item.message(1, schema, V2Protobuf::schema)));
    }

    private static void parameter(ProtobufMessage message, JsonNode node) {
        message.message(
                1,
                node,
                (parameter, n) -> {
                    switch (n.path("in").asText()) {
                        case "body" -> parameter.message(1, n, V2Protobuf::body);
                        case "path" -> parameter.message(2, n, V2Protobuf::inPath);
                        default -> parameter.message(2, n, V2Protobuf::inQuery);
                    }
                });
    }

    private static void body(ProtobufMessage message, JsonNode node) {
        message.text(2, node.path("name"))
                .text(3, node.path("in"))
                .flag(4, node.path("required"))
                .message(5, node.path("schema"), V2Protobuf::schema);
    }

    private static void inPath(ProtobufMessage message, JsonNode node) {
        message.message(
                4,
                node,
                (m, n) -> place(m, n).text(5, n.path("type")).flag(19, n.path("uniqueItems")));
    }

    private static void inQuery(ProtobufMessage message, JsonNode node) {
        message.message(
                3,
                node,
                (m, n) -> place(m, n).text(6, n.path("type")).flag(20, n.path("uniqueItems")));
    }

    private static ProtobufMessage place(ProtobufMessage message, JsonNode node) {
        return message.flag(1, node.path("required"))
                .text(2, node.path("in"))
                .text(4, node.path("name"));
    }

    private static void schema(ProtobufMessage message, JsonNode node) {
        message.text(1, node.path("$ref"))
                .text(2, node.path("format"))
                .text(4, node.path("description"))
                .texts(19, node.path("required"))
                .messages(20, node.path("enum"), V2Protobuf::any);
        JsonNode additional = node.path("additionalProperties");
        if (additional.isObject()) {
            message.message(21, additional, (m, n) -> m.message(1, n, V2Protobuf::schema));
        } else if (additional.isBoolean()) {
            message.message(21, additional, (m, n) -> m.flag(2, n));
        }
        message.message(22, node.path("type"), (m, type) -> m.text(1, type))
                .message(
                        23,
                        node.path("items"),
                        (m, items) -> m.message(1, items, V2Protobuf::schema))
                .message(
                        25,
                        node.path("properties"),
                        (m, properties) -> m.named(1, properties, V2Protobuf::schema));
        extensions(message, 31, node);
    }

    private static void extensions(ProtobufMessage message, int field, JsonNode node) {
        ObjectNode extensions = JsonNodeFactory.instance.objectNode();
        node.properties().stream()
                .filter(entry -> entry.getKey().startsWith("x-"))
                .forEach(entry -> extensions.set(entry.getKey(), entry.getValue()));
        message.named(field, extensions, V2Protobuf::any);
    }

    /** A value as YAML, of which JSON is a part. */
    private static void any(ProtobufMessage message, JsonNode node) {
        message.text(2, node + "\n");
    }
}
