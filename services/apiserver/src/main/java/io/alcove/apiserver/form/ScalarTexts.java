package io.alcove.apiserver.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.alcove.apimachinery.quantity.InvalidQuantityException;
import io.alcove.apimachinery.quantity.Quantity;
import io.alcove.apiserver.form.ValueForm.Scalar;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The one text of values that can be written in several ways. What cannot be read stays. */
final class ScalarTexts {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'");
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    private static final String SECONDS_FORM = "0000-00-00T00:00:00Z";
    private static final String MICROSECONDS_FORM = "0000-00-00T00:00:00.000000Z";

    private ScalarTexts() {}

    /** Such a text is canonical, or cannot be read and stays; it need not be parsed to know it. */
    private static boolean hasForm(String text, String form) {
        if (text.length() != form.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            char c = text.charAt(i);
            if (form.charAt(i) == '0' ? c < '0' || c > '9' : c != form.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static JsonNode canonical(Scalar form, JsonNode value) {
        return switch (form) {
            case QUANTITY -> quantity(value);
            case TIME -> time(value, SECONDS, SECONDS_FORM);
            case MICRO_TIME -> time(value, MICROSECONDS, MICROSECONDS_FORM);
            case TEXT, FLAG, NUMBER, BYTES, INT_OR_STRING, RAW -> value;
        };
    }

    private static JsonNode quantity(JsonNode value) {
        if (!value.isTextual() && !value.isNumber()) {
            return value;
        }
        try {
            return text(value, Quantity.parse(value.asText()).toString());
        } catch (InvalidQuantityException _) {
            return value;
        }
    }

    private static JsonNode time(JsonNode value, DateTimeFormatter formatter, String form) {
        if (!value.isTextual() || hasForm(value.textValue(), form)) {
            return value;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(value.textValue());
            return text(value, formatter.format(time.withOffsetSameInstant(ZoneOffset.UTC)));
        } catch (DateTimeException _) {
            return value;
        }
    }

    private static JsonNode text(JsonNode present, String canonical) {
        return present.isTextual() && present.textValue().equals(canonical)
                ? present
                : TextNode.valueOf(canonical);
    }
}
