package io.alcove.apimachinery.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;

/**
 * The form in which upstream writes an object: its Go types leave out some empty values ("labels":
 * {}) and write others that were never given ("status": {}, "containers": null).
 *
 * <p>Empty lists and maps that a type does not leave out are written as null, as they are after
 * upstream's store has held them. Custom resources, which no Go type stands behind, stay as they
 * are.
 */
public final class WireForm {

    private WireForm() {}

    /** Brings the object into upstream's form, in place; called just before it is stored. */
    public static void complete(ObjectNode object, Schema schema) {
        completePresent(object, schema);
        for (Map.Entry<String, Schema> field : schema.alwaysWritten()) {
            JsonNode value = object.get(field.getKey());
            if (value == null || value.isNull()) {
                object.set(field.getKey(), zero(field.getValue()));
            }
        }
    }

    private static void completePresent(ObjectNode object, Schema schema) {
        Iterator<Map.Entry<String, JsonNode>> fields = object.properties().iterator();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            Schema property = schema.propertyOrNull(field.getKey());
            if (property == null) {
                continue;
            }
            descend(field.getValue(), property);
            if (isLeftOut(field.getValue(), property)) {
                fields.remove();
            } else if (isEmptyCollection(field.getValue(), property)) {
                field.setValue(JsonNodeFactory.instance.nullNode());
            }
        }
    }

    private static void descend(JsonNode value, Schema schema) {
        switch (value) {
            case ObjectNode object when schema.form() == ValueForm.STRUCT ->
                    complete(object, schema);
            case ObjectNode object when schema.form() == ValueForm.MAP ->
                    schema.additionalProperties()
                            .ifPresent(values -> object.forEach(each -> descend(each, values)));
            case ArrayNode list ->
                    schema.items().ifPresent(items -> list.forEach(each -> descend(each, items)));
            default -> {}
        }
    }

    private static boolean isLeftOut(JsonNode value, Schema property) {
        return property.goField()
                .filter(GoField::omitEmpty)
                .filter(field -> value.isNull() || (!field.pointer() && isEmpty(value, property)))
                .isPresent();
    }

    private static boolean isEmptyCollection(JsonNode value, Schema property) {
        return property.goField().isPresent()
                && (property.form() == ValueForm.LIST || property.form() == ValueForm.MAP)
                && value.isEmpty();
    }

    /** Whether Go's omitempty takes the value of a field that is no pointer for empty. */
    public static boolean isEmpty(JsonNode value, Schema property) {
        return switch (property.form()) {
            case LIST, MAP -> value.isEmpty();
            case STRING, BYTES -> value.asText().isEmpty();
            case BOOLEAN -> !value.booleanValue();
            case INT32, INT64, NUMBER -> value.isNumber() && value.doubleValue() == 0;
            case STRUCT, INT_OR_STRING, QUANTITY, TIME, MICRO_TIME, ANY -> value.isNull();
        };
    }

    /** Whether a field is written even where the object does not have it. */
    static boolean isAlwaysWritten(Schema property) {
        return property.goField()
                .filter(field -> isAlwaysWritten(field, property.form()))
                .isPresent();
    }

    private static boolean isAlwaysWritten(GoField field, ValueForm form) {
        if (field.omitZero()) {
            return false;
        }
        return switch (form) {
            case STRUCT, INT_OR_STRING, QUANTITY, TIME, MICRO_TIME, ANY ->
                    !field.pointer() || !field.omitEmpty();
            case STRING, BYTES, BOOLEAN, INT32, INT64, NUMBER, LIST, MAP -> !field.omitEmpty();
        };
    }

    /** The value of the type that Go starts with: "", 0, {}, null. */
    public static JsonNode zero(Schema property) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (property.goField().filter(GoField::pointer).isPresent()) {
            return nodes.nullNode();
        }
        return switch (property.form()) {
            case STRUCT -> zeroStruct(property);
            case STRING -> nodes.textNode("");
            case BOOLEAN -> nodes.booleanNode(false);
            case INT32, INT64, NUMBER, INT_OR_STRING -> nodes.numberNode(0);
            case QUANTITY -> nodes.textNode("0");
            case BYTES, TIME, MICRO_TIME, ANY, LIST, MAP -> nodes.nullNode();
        };
    }

    private static ObjectNode zeroStruct(Schema schema) {
        ObjectNode struct = JsonNodeFactory.instance.objectNode();
        complete(struct, schema);
        return struct;
    }
}
