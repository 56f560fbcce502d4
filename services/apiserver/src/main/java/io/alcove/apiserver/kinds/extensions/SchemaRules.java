package io.alcove.apiserver.kinds.extensions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.status.StatusCause;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What upstream takes of OpenAPI, and what it makes of its own extensions. */
final class SchemaRules {

    private static final String LIST_TYPE = "x-kubernetes-list-type";
    private static final String LIST_KEYS = "x-kubernetes-list-map-keys";
    private static final String MAP_TYPE = "x-kubernetes-map-type";
    private static final String EMBEDDED = "x-kubernetes-embedded-resource";
    private static final List<String> TYPES =
            List.of("array", "boolean", "integer", "number", "object", "string");
    private static final Set<String> HEADER = Set.of("metadata", "kind", "apiVersion");

    private final SchemaOptions options;
    private final List<StatusCause> causes = new ArrayList<>();

    /**
     * @param defaultsForbidden why a default may not stand here; empty where it may
     * @param insideMeta whether this is about apiVersion, kind or metadata of a resource
     */
    private record Place(String defaultsForbidden, boolean insideMeta) {
        Place withoutDefaults(String why) {
            return new Place(why, insideMeta);
        }
    }

    private SchemaRules(SchemaOptions options) {
        this.options = options;
    }

    static List<StatusCause> check(ObjectNode schema, String path, SchemaOptions options) {
        SchemaRules rules = new SchemaRules(options);
        rules.schema(schema, path, new Place("", false), true);
        return rules.causes;
    }

    private void schema(JsonNode node, String path, Place place, boolean root) {
        if (!(node instanceof ObjectNode schema)) {
            return;
        }
        standard(schema, path, place);
        if (schema.path("uniqueItems").asBoolean()) {
            forbidden(
                    path + ".uniqueItems",
                    "uniqueItems cannot be set to true since the runtime complexity becomes"
                            + " quadratic");
        }
        additionalProperties(schema, path, place);
        properties(schema, path, place, root);
        schema(schema.path("not"), path + ".not", place, false);
        for (String field : List.of("allOf", "oneOf", "anyOf")) {
            JsonNode list = schema.path(field);
            for (int i = 0; i < list.size(); i++) {
                schema(list.get(i), SchemaPaths.at(path, field, i), place, false);
            }
        }
        schema(schema.path("items"), path + ".items", place, false);
        types(schema, path);
        listKeys(schema, path);
        if (options.listKeys()) {
            checkKeyed(schema, path, causes);
        }
        ValidationRuleShape.check(schema, path, causes);
    }

    private void standard(ObjectNode schema, String path, Place place) {
        String type = schema.path("type").asText("");
        if (options.validTypes() && !type.isEmpty() && !TYPES.contains(type)) {
            causes.add(StatusCause.notSupported(path + ".type", type, TYPES));
        }
        if (schema.has("default") && !place.defaultsForbidden().isEmpty()) {
            forbidden(path + ".default", "must not be set " + place.defaultsForbidden());
        }
        for (String field :
                List.of(
                        "id",
                        "additionalItems",
                        "patternProperties",
                        "definitions",
                        "dependencies",
                        "$ref")) {
            if (schema.has(field)) {
                forbidden(path + "." + field, field + " is not supported");
            }
        }
        if (type.equals("null")) {
            forbidden(path + ".type", "type cannot be set to null, use nullable as an alternative");
        }
        if (schema.path("items").isArray()) {
            forbidden(path + ".items", "items must be a schema object and not an array");
        }
        if (place.insideMeta() && schema.path(EMBEDDED).asBoolean()) {
            forbidden(path + "." + EMBEDDED, "must not be used inside of resource meta");
        }
    }

    private void additionalProperties(ObjectNode schema, String path, Place place) {
        JsonNode additional = schema.path("additionalProperties");
        if (additional.isMissingNode()) {
            return;
        }
        String at = path + ".additionalProperties";
        boolean takesAny = additional.isBoolean() && additional.booleanValue();
        if (!schema.path("properties").isEmpty() && !takesAny) {
            forbidden(at, "additionalProperties and properties are mutual exclusive");
        }
        Place below =
                place.insideMeta()
                        ? place.withoutDefaults(
                                "inside additionalProperties applying to object metadata")
                        : place;
        schema(additional, at, below, false);
    }

    private void properties(ObjectNode schema, String path, Place place, boolean root) {
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String name = property.getKey();
            Place below = place;
            if ((root || schema.path(EMBEDDED).asBoolean()) && HEADER.contains(name)) {
                below = new Place(root ? "in top-level " + name : place.defaultsForbidden(), true);
            }
            schema(property.getValue(), SchemaPaths.property(path, name), below, false);
        }
    }

    private void types(ObjectNode schema, String path) {
        JsonNode preserves = schema.path("x-kubernetes-preserve-unknown-fields");
        if (preserves.isBoolean() && !preserves.booleanValue()) {
            causes.add(
                    StatusCause.invalid(
                            path + ".x-kubernetes-preserve-unknown-fields",
                            false,
                            "must be true or undefined"));
        }
        String type = schema.path("type").asText("");
        String mapType = schema.path(MAP_TYPE).asText("");
        if (schema.has(MAP_TYPE)) {
            requireType(type, "object", MAP_TYPE, path);
            if (!mapType.equals("atomic") && !mapType.equals("granular")) {
                causes.add(
                        StatusCause.notSupported(
                                path + "." + MAP_TYPE, mapType, List.of("atomic", "granular")));
            }
        }
        if (!schema.has(LIST_TYPE)) {
            return;
        }
        String listType = schema.path(LIST_TYPE).asText("");
        if (!requireType(type, "array", LIST_TYPE, path)
                && options.atomicSets()
                && listType.equals("set")) {
            checkSet(schema.path("items"), path, causes);
        }
        if (!Set.of("atomic", "set", "map").contains(listType)) {
            causes.add(
                    StatusCause.notSupported(
                            path + "." + LIST_TYPE, listType, List.of("atomic", "set", "map")));
        }
    }

    /** Whether the type was refused. */
    private boolean requireType(String type, String wanted, String field, String path) {
        if (type.equals(wanted)) {
            return false;
        }
        String why = "must be " + wanted + " if " + field + " is specified";
        causes.add(
                type.isEmpty()
                        ? StatusCause.required(path + ".type", why)
                        : StatusCause.invalid(path + ".type", type, why));
        return true;
    }

    static void checkSet(JsonNode items, String path, List<StatusCause> causes) {
        String why = "must be atomic as item of a list with x-kubernetes-list-type=set";
        String listType = items.path(LIST_TYPE).asText("");
        switch (items.path("type").asText("")) {
            case "array" -> {
                if (items.has(LIST_TYPE) && !listType.equals("atomic")) {
                    causes.add(StatusCause.invalid(path + ".items." + LIST_TYPE, listType, why));
                }
            }
            case "object" -> {
                if (!items.path(MAP_TYPE).asText("").equals("atomic")) {
                    causes.add(
                            StatusCause.invalid(
                                    path + ".items." + MAP_TYPE, items.path(LIST_TYPE), why));
                }
            }
            default -> {}
        }
    }

    private void listKeys(ObjectNode schema, String path) {
        JsonNode keys = schema.path(LIST_KEYS);
        boolean isMap = schema.path(LIST_TYPE).asText("").equals("map");
        if (!keys.isEmpty() && !isMap) {
            String why = "must be map if x-kubernetes-list-map-keys is non-empty";
            causes.add(
                    schema.has(LIST_TYPE)
                            ? StatusCause.invalid(
                                    path + "." + LIST_TYPE, schema.path(LIST_TYPE), why)
                            : StatusCause.required(path + "." + LIST_TYPE, why));
        }
        if (!isMap) {
            return;
        }
        if (keys.isEmpty()) {
            causes.add(
                    StatusCause.required(
                            path + "." + LIST_KEYS,
                            "must not be empty if x-kubernetes-list-type is map"));
        }
        JsonNode items = schema.path("items");
        if (!items.isObject()) {
            causes.add(
                    StatusCause.required(
                            path + ".items",
                            "must have a schema if x-kubernetes-list-type is map"));
            return;
        }
        String type = items.path("type").asText("");
        if (!type.equals("object")) {
            causes.add(
                    StatusCause.invalid(
                            path + ".items.type",
                            type,
                            "must be object if parent array's x-kubernetes-list-type is map"));
            return;
        }
        checkKeys(keys, items, path);
    }

    private void checkKeys(JsonNode keys, JsonNode items, String path) {
        Set<String> seen = new HashSet<>();
        for (JsonNode each : keys) {
            String key = each.asText();
            JsonNode property = items.path("properties").path(key);
            String type = property.path("type").asText("");
            if (property.isMissingNode()) {
                causes.add(
                        StatusCause.invalid(
                                path + "." + LIST_KEYS,
                                keys,
                                "entries must all be names of item properties"));
            } else if (type.equals("array") || type.equals("object")) {
                causes.add(
                        StatusCause.invalid(
                                SchemaPaths.property(path + ".items", key) + ".type",
                                items.path("type"),
                                "must be a scalar type if parent array's x-kubernetes-list-type is"
                                        + " map"));
            }
            if (!seen.add(key)) {
                causes.add(
                        StatusCause.invalid(
                                path + "." + LIST_KEYS,
                                keys,
                                "must not contain duplicate entries"));
            }
        }
    }

    static void checkKeyed(ObjectNode schema, String path, List<StatusCause> causes) {
        String listType = schema.path(LIST_TYPE).asText("");
        JsonNode items = schema.path("items");
        if (!items.isObject() || !(listType.equals("set") || listType.equals("map"))) {
            return;
        }
        if (items.path("nullable").asBoolean()) {
            causes.add(
                    StatusCause.forbidden(
                            path + ".items.nullable",
                            "cannot be nullable when x-kubernetes-list-type is " + listType));
        }
        if (!listType.equals("map")) {
            return;
        }
        Set<String> required = new HashSet<>();
        items.path("required").forEach(each -> required.add(each.asText()));
        for (JsonNode each : schema.path(LIST_KEYS)) {
            JsonNode property = items.path("properties").path(each.asText());
            String at = SchemaPaths.property(path + ".items", each.asText());
            if (property.isMissingNode()) {
                continue;
            }
            if (!required.contains(each.asText()) && !property.has("default")) {
                causes.add(
                        StatusCause.required(
                                at + ".default",
                                "this property is in x-kubernetes-list-map-keys, so it must have a"
                                        + " default or be a required property"));
            }
            if (property.path("nullable").asBoolean()) {
                causes.add(
                        StatusCause.forbidden(
                                at + ".nullable",
                                "this property is in x-kubernetes-list-map-keys, so it cannot be"
                                        + " nullable"));
            }
        }
    }

    private void forbidden(String path, String why) {
        causes.add(StatusCause.forbidden(path, why));
    }
}
