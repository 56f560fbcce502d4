package io.alcove.apiserver.kinds.extensions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Versions and schemas as upstream prints its internal structs of them in refusals. */
final class InternalText {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** A field's name, the key that it has in JSON, and its form. */
    private record Field(String name, String key, Form form) {}

    private enum Form {
        TEXT,
        FLAG,
        VALUE,
        SCHEMA,
        SCHEMA_LIST,
        SCHEMA_MAP,
        ITEMS,
        ADDITIONAL,
        RULES
    }

    private static final List<Field> SCHEMA =
            List.of(
                    new Field("ID", "id", Form.TEXT),
                    new Field("Schema", "$schema", Form.TEXT),
                    new Field("Ref", "$ref", Form.VALUE),
                    new Field("Description", "description", Form.TEXT),
                    new Field("Type", "type", Form.TEXT),
                    new Field("Nullable", "nullable", Form.FLAG),
                    new Field("Format", "format", Form.TEXT),
                    new Field("Title", "title", Form.TEXT),
                    new Field("Default", "default", Form.VALUE),
                    new Field("Maximum", "maximum", Form.VALUE),
                    new Field("ExclusiveMaximum", "exclusiveMaximum", Form.FLAG),
                    new Field("Minimum", "minimum", Form.VALUE),
                    new Field("ExclusiveMinimum", "exclusiveMinimum", Form.FLAG),
                    new Field("MaxLength", "maxLength", Form.VALUE),
                    new Field("MinLength", "minLength", Form.VALUE),
                    new Field("Pattern", "pattern", Form.TEXT),
                    new Field("MaxItems", "maxItems", Form.VALUE),
                    new Field("MinItems", "minItems", Form.VALUE),
                    new Field("UniqueItems", "uniqueItems", Form.FLAG),
                    new Field("MultipleOf", "multipleOf", Form.VALUE),
                    new Field("Enum", "enum", Form.VALUE),
                    new Field("MaxProperties", "maxProperties", Form.VALUE),
                    new Field("MinProperties", "minProperties", Form.VALUE),
                    new Field("Required", "required", Form.VALUE),
                    new Field("Items", "items", Form.ITEMS),
                    new Field("AllOf", "allOf", Form.SCHEMA_LIST),
                    new Field("OneOf", "oneOf", Form.SCHEMA_LIST),
                    new Field("AnyOf", "anyOf", Form.SCHEMA_LIST),
                    new Field("Not", "not", Form.SCHEMA),
                    new Field("Properties", "properties", Form.SCHEMA_MAP),
                    new Field("AdditionalProperties", "additionalProperties", Form.ADDITIONAL),
                    new Field("PatternProperties", "patternProperties", Form.SCHEMA_MAP),
                    new Field("Dependencies", "dependencies", Form.VALUE),
                    new Field("AdditionalItems", "additionalItems", Form.ADDITIONAL),
                    new Field("Definitions", "definitions", Form.SCHEMA_MAP),
                    new Field("ExternalDocs", "externalDocs", Form.VALUE),
                    new Field("Example", "example", Form.VALUE),
                    new Field(
                            "XPreserveUnknownFields",
                            "x-kubernetes-preserve-unknown-fields",
                            Form.VALUE),
                    new Field("XEmbeddedResource", "x-kubernetes-embedded-resource", Form.FLAG),
                    new Field("XIntOrString", "x-kubernetes-int-or-string", Form.FLAG),
                    new Field("XListMapKeys", "x-kubernetes-list-map-keys", Form.VALUE),
                    new Field("XListType", "x-kubernetes-list-type", Form.VALUE),
                    new Field("XMapType", "x-kubernetes-map-type", Form.VALUE),
                    new Field("XValidations", "x-kubernetes-validations", Form.RULES));

    private static final List<Field> RULE =
            List.of(
                    new Field("Rule", "rule", Form.TEXT),
                    new Field("Message", "message", Form.TEXT),
                    new Field("MessageExpression", "messageExpression", Form.TEXT),
                    new Field("Reason", "reason", Form.VALUE),
                    new Field("FieldPath", "fieldPath", Form.TEXT),
                    new Field("OptionalOldSelf", "optionalOldSelf", Form.VALUE));

    private InternalText() {}

    /**
     * @param shared the fields that stand beside the versions, because all have the same
     */
    static JsonNode versions(JsonNode versions, Predicate<String> shared) {
        ArrayNode list = NODES.arrayNode();
        for (JsonNode version : versions) {
            ObjectNode node = list.addObject();
            node.put("Name", version.path("name").asText(""));
            node.put("Served", version.path("served").asBoolean());
            node.put("Storage", version.path("storage").asBoolean());
            node.put("Deprecated", version.path("deprecated").asBoolean());
            node.set("DeprecationWarning", orNull(version.path("deprecationWarning")));
            JsonNode schema = version.path("schema").path("openAPIV3Schema");
            node.set(
                    "Schema",
                    shared.test("schema") || !schema.isObject()
                            ? NullNode.instance
                            : NODES.objectNode().set("OpenAPIV3Schema", schema(schema)));
            node.set("Subresources", orShared(version, "subresources", shared));
            node.set(
                    "AdditionalPrinterColumns",
                    orShared(version, "additionalPrinterColumns", shared));
            node.set("SelectableFields", orShared(version, "selectableFields", shared));
        }
        return list;
    }

    static JsonNode schema(JsonNode schema) {
        return schema.isObject() ? struct(SCHEMA, schema) : NullNode.instance;
    }

    /** One rule in CEL. */
    static JsonNode rule(JsonNode rule) {
        return struct(RULE, rule);
    }

    private static JsonNode orShared(JsonNode version, String field, Predicate<String> shared) {
        return shared.test(field) ? NullNode.instance : orNull(version.path(field));
    }

    private static ObjectNode struct(List<Field> fields, JsonNode value) {
        ObjectNode node = NODES.objectNode();
        for (Field field : fields) {
            node.set(field.name(), value(field.form(), value.path(field.key())));
        }
        return node;
    }

    private static JsonNode value(Form form, JsonNode value) {
        return switch (form) {
            case TEXT -> NODES.textNode(value.asText(""));
            case FLAG -> NODES.booleanNode(value.asBoolean());
            case VALUE -> orNull(value);
            case SCHEMA -> schema(value);
            case SCHEMA_LIST -> list(value, InternalText::schema);
            case RULES -> list(value, InternalText::rule);
            case SCHEMA_MAP -> map(value);
            case ITEMS ->
                    value.isMissingNode()
                            ? NullNode.instance
                            : NODES.objectNode()
                                    .<ObjectNode>set("Schema", schema(value))
                                    .set("JSONSchemas", list(value, InternalText::schema));
            case ADDITIONAL ->
                    value.isMissingNode()
                            ? NullNode.instance
                            : NODES.objectNode()
                                    .put("Allows", value.isObject() || value.asBoolean())
                                    .set("Schema", schema(value));
        };
    }

    private static JsonNode list(JsonNode values, UnaryOperator<JsonNode> each) {
        if (!values.isArray()) {
            return NullNode.instance;
        }
        ArrayNode list = NODES.arrayNode();
        values.forEach(value -> list.add(each.apply(value)));
        return list;
    }

    private static JsonNode map(JsonNode values) {
        if (!values.isObject()) {
            return NullNode.instance;
        }
        Map<String, JsonNode> sorted = new TreeMap<>();
        values.properties().forEach(each -> sorted.put(each.getKey(), schema(each.getValue())));
        return NODES.objectNode().setAll(sorted);
    }

    private static JsonNode orNull(JsonNode value) {
        return value.isMissingNode() ? NullNode.instance : value;
    }
}
