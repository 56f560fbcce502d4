package io.alcove.apiserver.kinds.extensions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.alcove.apimachinery.status.StatusCause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a schema is structural: each field that something is said of has a type of its own, and
 * what stands under allOf, anyOf, oneOf and not only restricts.
 */
final class StructuralRules {

    private enum Level {
        ROOT("must not be empty at the root"),
        ITEM("must not be empty for specified array items"),
        FIELD("must not be empty for specified object fields");

        private final String untyped;

        Level(String untyped) {
            this.untyped = untyped;
        }
    }

    private static final String EMBEDDED = "x-kubernetes-embedded-resource";
    private static final String PRESERVE = "x-kubernetes-preserve-unknown-fields";
    private static final String INT_OR_STRING = "x-kubernetes-int-or-string";
    private static final Set<String> NAMES = Set.of("name", "generateName");

    /** What may not stand in a restriction, and what is said then, in upstream's order. */
    private static final List<List<String>> FORBIDDEN_INSIDE =
            List.of(
                    List.of("type", "must be empty to be structural"),
                    List.of("additionalProperties", "must be undefined to be structural"),
                    List.of("default", "must be undefined to be structural"),
                    List.of("title", "must be empty to be structural"),
                    List.of("description", "must be empty to be structural"),
                    List.of("nullable", "must be false to be structural"),
                    List.of(PRESERVE, "must be false to be structural"),
                    List.of(EMBEDDED, "must be false to be structural"),
                    List.of(INT_OR_STRING, "must be false to be structural"),
                    List.of("x-kubernetes-list-map-keys", "must be empty to be structural"),
                    List.of("x-kubernetes-list-type", "must be undefined to be structural"),
                    List.of("x-kubernetes-map-type", "must be undefined to be structural"),
                    List.of("x-kubernetes-validations", "must be empty to be structural"));

    private final List<StatusCause> causes = new ArrayList<>();

    private StructuralRules() {}

    static List<StatusCause> check(ObjectNode schema, String path) {
        StructuralRules rules = new StructuralRules();
        rules.schema(schema, Level.ROOT, path);
        rules.completeness(schema, schema, path, path);
        rules.causes.sort(Comparator.comparing(cause -> cause.field() + ": " + cause.message()));
        return rules.causes;
    }

    private void schema(JsonNode node, Level level, String path) {
        if (!(node instanceof ObjectNode schema)) {
            return;
        }
        String type = schema.path("type").asText("");
        if (type.equals("array") && !schema.path("items").isObject()) {
            required(path + ".items", "must be specified");
        }
        schema(schema.path("items"), Level.ITEM, path + ".items");
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            schema(property.getValue(), Level.FIELD, SchemaPaths.property(path, property.getKey()));
        }
        if (schema.has("additionalProperties")) {
            if (level == Level.ROOT) {
                forbidden(path + ".additionalProperties", "must not be used at the root");
            }
            schema(
                    schema.path("additionalProperties"),
                    Level.FIELD,
                    path + ".additionalProperties");
        }
        extensions(schema, path);
        restrictions(schema, isEither(schema.path("anyOf")), isEitherInAll(schema), path);
        type(schema, type, level, path);
        header(schema, level, path);
        if (schema.path(EMBEDDED).asBoolean()
                && !schema.path(PRESERVE).asBoolean()
                && schema.path("properties").isEmpty()) {
            required(
                    path + ".properties",
                    "must not be empty if x-kubernetes-embedded-resource is true without"
                            + " x-kubernetes-preserve-unknown-fields");
        }
    }

    private void extensions(ObjectNode schema, String path) {
        if (!schema.path(INT_OR_STRING).asBoolean()) {
            return;
        }
        for (String other : List.of(PRESERVE, EMBEDDED)) {
            if (schema.path(other).asBoolean()) {
                causes.add(
                        StatusCause.invalid(
                                path + "." + other,
                                true,
                                "must be false if x-kubernetes-int-or-string is true"));
            }
        }
    }

    private void type(ObjectNode schema, String type, Level level, String path) {
        boolean embedded = schema.path(EMBEDDED).asBoolean();
        String typePath = path + ".type";
        if (embedded && !type.equals("object")) {
            String why = "must be object if x-kubernetes-embedded-resource is true";
            if (type.isEmpty()) {
                required(typePath, why);
            } else {
                invalid(typePath, type, why);
            }
        } else if (type.isEmpty()
                && !schema.path(INT_OR_STRING).asBoolean()
                && !schema.path(PRESERVE).asBoolean()) {
            required(typePath, level.untyped);
        }
        if (embedded && schema.has("additionalProperties")) {
            forbidden(
                    path + ".additionalProperties",
                    "must not be used if x-kubernetes-embedded-resource is set");
        }
        if (level == Level.ROOT && !type.isEmpty() && !type.equals("object")) {
            invalid(typePath, type, "must be object at the root");
        }
    }

    /** Of apiVersion, kind and metadata hardly anything may be said. */
    private void header(ObjectNode schema, Level level, String path) {
        boolean resource = level == Level.ROOT || schema.path(EMBEDDED).asBoolean();
        JsonNode properties = schema.path("properties");
        for (String field : List.of("kind", "apiVersion")) {
            String type = properties.path(field).path("type").asText("");
            if (resource && properties.has(field) && !type.equals("string")) {
                invalid(SchemaPaths.property(path, field) + ".type", type, "must be string");
            }
        }
        if (!(properties.path("metadata") instanceof ObjectNode metadata)) {
            return;
        }
        String metadataPath = SchemaPaths.property(path, "metadata");
        String type = metadata.path("type").asText("");
        if (resource && !type.equals("object")) {
            invalid(metadataPath + ".type", type, "must be object");
        }
        if (level == Level.ROOT && !onlyNames(metadata)) {
            forbidden(
                    metadataPath,
                    "must not specify anything other than name and generateName, but metadata is"
                            + " implicitly specified");
        }
    }

    private static boolean onlyNames(ObjectNode metadata) {
        for (Map.Entry<String, JsonNode> field : metadata.properties()) {
            switch (field.getKey()) {
                case "type", "default" -> {}
                case "properties" -> {
                    if (!field.getValue()
                            .propertyStream()
                            .allMatch(each -> NAMES.contains(each.getKey()))) {
                        return false;
                    }
                }
                default -> {
                    return false;
                }
            }
        }
        return true;
    }

    private void restrictions(
            ObjectNode schema, boolean skipAny, boolean skipAnyInFirst, String path) {
        if (!skipAny) {
            each(schema, "anyOf", path, false);
        }
        each(schema, "allOf", path, skipAnyInFirst);
        each(schema, "oneOf", path, false);
        if (schema.path("not") instanceof ObjectNode not) {
            nested(not, false, path + ".not");
        }
        String pattern = schema.path("pattern").asText("");
        if (!pattern.isEmpty()) {
            checkPattern(pattern, path + ".pattern");
        }
    }

    private void each(ObjectNode schema, String field, String path, boolean skipAnyInFirst) {
        JsonNode list = schema.path(field);
        for (int i = 0; i < list.size(); i++) {
            nested(list.get(i), skipAnyInFirst && i == 0, SchemaPaths.at(path, field, i));
        }
    }

    private void nested(JsonNode node, boolean skipAny, String path) {
        if (!(node instanceof ObjectNode schema)) {
            return;
        }
        restrictions(schema, skipAny, false, path);
        nested(schema.path("items"), false, path + ".items");
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            nested(property.getValue(), false, SchemaPaths.property(path, property.getKey()));
        }
        for (List<String> rule : FORBIDDEN_INSIDE) {
            JsonNode value = schema.path(rule.getFirst());
            boolean set =
                    switch (value.getNodeType()) {
                        case MISSING, NULL -> false;
                        case BOOLEAN ->
                                value.booleanValue()
                                        || rule.getFirst().equals("default")
                                        || rule.getFirst().equals("additionalProperties");
                        case STRING ->
                                !value.asText().isEmpty() || rule.get(1).contains("undefined");
                        default -> true;
                    };
            if (set) {
                forbidden(path + "." + rule.getFirst(), rule.get(1));
            }
        }
        if (schema.path("properties").has("metadata")) {
            forbidden(
                    SchemaPaths.property(path, "metadata"),
                    "must not be specified in a nested context");
        }
    }

    private void checkPattern(String pattern, String path) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            invalid(
                    path,
                    pattern,
                    "must be a valid regular expression, but isn't: " + e.getMessage());
        }
    }

    /** What restrictions speak of must be there outside of them. */
    private void completeness(
            JsonNode restriction, JsonNode schema, String schemaPath, String path) {
        for (String field : List.of("allOf", "anyOf", "oneOf")) {
            JsonNode list = restriction.path(field);
            for (int i = 0; i < list.size(); i++) {
                nestedCompleteness(list.get(i), schema, schemaPath, SchemaPaths.at(path, field, i));
            }
        }
        nestedCompleteness(restriction.path("not"), schema, schemaPath, path + ".not");
    }

    private void nestedCompleteness(
            JsonNode restriction, JsonNode schema, String schemaPath, String path) {
        if (!restriction.isObject()) {
            return;
        }
        if (!schema.isObject()) {
            required(schemaPath, "because it is defined in " + path);
            return;
        }
        completeness(restriction, schema, schemaPath, path);
        nestedCompleteness(
                restriction.path("items"),
                schema.path("items"),
                schemaPath + ".items",
                path + ".items");
        for (Map.Entry<String, JsonNode> property : restriction.path("properties").properties()) {
            String name = property.getKey();
            nestedCompleteness(
                    property.getValue(),
                    schema.path("properties").path(name),
                    SchemaPaths.property(schemaPath, name),
                    SchemaPaths.property(path, name));
        }
    }

    /** The one pair of types that may stand there. */
    private static boolean isEither(JsonNode anyOf) {
        return anyOf.size() == 2
                && isOnlyType(anyOf.get(0), "integer")
                && isOnlyType(anyOf.get(1), "string");
    }

    private static boolean isEitherInAll(ObjectNode schema) {
        return isEither(schema.path("allOf").path(0).path("anyOf"));
    }

    private static boolean isOnlyType(JsonNode schema, String type) {
        return schema.size() == 1 && schema.path("type").asText().equals(type);
    }

    private void required(String path, String why) {
        causes.add(StatusCause.required(path, why));
    }

    private void forbidden(String path, String why) {
        causes.add(StatusCause.forbidden(path, why));
    }

    private void invalid(String path, String value, String why) {
        causes.add(StatusCause.invalid(path, value, why));
    }
}
