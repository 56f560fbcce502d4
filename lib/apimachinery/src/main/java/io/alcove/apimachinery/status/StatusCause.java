package io.alcove.apimachinery.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * metav1.StatusCause. The factories word what is wrong with a field as upstream does.
 *
 * @param reason upstream's word ("FieldValueRequired")
 * @param field a path ("spec.ports[0].port")
 */
public record StatusCause(String reason, String message, String field) {

    public static StatusCause required(String field, String detail) {
        return new StatusCause("FieldValueRequired", join("Required value", detail), field);
    }

    public static StatusCause forbidden(String field, String detail) {
        return new StatusCause("FieldValueForbidden", join("Forbidden", detail), field);
    }

    /**
     * @param value a text, number, boolean or JsonNode: texts are quoted, trees printed as JSON
     */
    public static StatusCause invalid(String field, Object value, String detail) {
        return new StatusCause(
                "FieldValueInvalid", join("Invalid value: " + print(value), detail), field);
    }

    /** A value of another type than the schema's. */
    public static StatusCause typeInvalid(String field, Object value, String detail) {
        return new StatusCause(
                "FieldValueTypeInvalid", join("Invalid value: " + print(value), detail), field);
    }

    public static StatusCause duplicate(String field, Object value) {
        return new StatusCause("FieldValueDuplicate", "Duplicate value: " + print(value), field);
    }

    public static StatusCause notFound(String field, Object value) {
        return new StatusCause("FieldValueNotFound", "Not found: " + print(value), field);
    }

    /**
     * @param supported in upstream's order, which is mostly sorted
     */
    public static StatusCause notSupported(
            String field, Object value, Collection<String> supported) {
        String values = supported.stream().map(GoText::quote).collect(Collectors.joining(", "));
        return new StatusCause(
                "FieldValueNotSupported",
                join(
                        "Unsupported value: " + print(value),
                        values.isEmpty() ? "" : "supported values: " + values),
                field);
    }

    public static StatusCause tooLong(String field, int maxBytes) {
        return new StatusCause(
                "FieldValueTooLong",
                "Too long: may not be more than " + maxBytes + (maxBytes == 1 ? " byte" : " bytes"),
                field);
    }

    public static StatusCause tooMany(String field, int actual, int max) {
        return new StatusCause(
                "FieldValueTooMany",
                "Too many: "
                        + actual
                        + ": must have at most "
                        + max
                        + (max == 1 ? " item" : " items"),
                field);
    }

    private static String join(String type, String detail) {
        return detail.isEmpty() ? type : type + ": " + detail;
    }

    private static String print(Object value) {
        return switch (value) {
            case String text -> GoText.quote(text);
            case JsonNode node when node.isTextual() -> GoText.quote(node.textValue());
            case JsonNode node when node.isMissingNode() -> "null";
            case JsonNode node when node.isContainerNode() -> forHtml(node.toString());
            default -> value.toString();
        };
    }

    /** Go writes JSON so that it may stand in HTML. */
    private static String forHtml(String json) {
        return json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
    }
}
