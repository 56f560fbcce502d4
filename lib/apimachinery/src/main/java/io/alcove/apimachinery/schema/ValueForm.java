package io.alcove.apimachinery.schema;

import com.fasterxml.jackson.databind.JsonNode;

/** How a value is read and written: what OpenAPI's type, format and known names come down to. */
public enum ValueForm {
    /** An object with named properties. */
    STRUCT,
    /** An object with any keys and values of one type. */
    MAP,
    LIST,
    STRING,
    /** Base64 text. */
    BYTES,
    BOOLEAN,
    INT32,
    INT64,
    NUMBER,
    INT_OR_STRING,
    QUANTITY,
    /** RFC 3339, in seconds. */
    TIME,
    /** RFC 3339, in microseconds. */
    MICRO_TIME,
    /** Kept as it came. */
    ANY;

    static ValueForm of(String name, JsonNode document) {
        if (name.endsWith(".api.resource.Quantity")) {
            return QUANTITY;
        }
        if (name.endsWith(".meta.v1.MicroTime")) {
            return MICRO_TIME;
        }
        if (name.endsWith(".runtime.RawExtension") || name.endsWith(".meta.v1.FieldsV1")) {
            return ANY;
        }
        if (isIntOrString(document)) {
            return INT_OR_STRING;
        }
        return ofType(name, document);
    }

    private static boolean isIntOrString(JsonNode document) {
        return document.path("format").asText().equals("int-or-string")
                || document.path("x-kubernetes-int-or-string").asBoolean(false);
    }

    private static ValueForm ofType(String name, JsonNode document) {
        String format = document.path("format").asText();
        return switch (document.path("type").asText()) {
            case "object" -> document.path("additionalProperties").isObject() ? MAP : STRUCT;
            case "array" -> LIST;
            case "boolean" -> BOOLEAN;
            case "integer" -> format.equals("int32") ? INT32 : INT64;
            case "number" -> NUMBER;
            case "string" -> ofString(name, format);
            default -> ANY;
        };
    }

    /** Custom resources check date-time by validation; only upstream's own types parse it. */
    private static ValueForm ofString(String name, String format) {
        if (format.equals("byte")) {
            return BYTES;
        }
        return name.endsWith(".meta.v1.Time") ? TIME : STRING;
    }
}
