package io.alcove.apiserver.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.alcove.apiserver.form.FieldForm.Presence;
import io.alcove.apiserver.form.ValueForm.ListOf;
import io.alcove.apiserver.form.ValueForm.MapOf;
import io.alcove.apiserver.form.ValueForm.Scalar;
import io.alcove.apiserver.form.ValueForm.Struct;

/** Go's zero values, as JSON. */
final class EmptyValues {

    private EmptyValues() {}

    /** Behind a pointer only null is empty, and a struct is not empty as long as it is there. */
    static boolean isEmpty(JsonNode value, FieldForm form) {
        if (value.isMissingNode() || value.isNull()) {
            return true;
        }
        boolean pointer =
                form.presence() == Presence.POINTER || form.presence() == Presence.NULLABLE;
        return !pointer && isZero(value, form.value());
    }

    private static boolean isZero(JsonNode value, ValueForm form) {
        return switch (form) {
            case ListOf _, MapOf _ -> value.isContainerNode() && value.isEmpty();
            case Struct _ -> false;
            case Scalar scalar ->
                    switch (scalar) {
                        case TEXT, BYTES -> value.isTextual() && value.textValue().isEmpty();
                        case FLAG -> value.isBoolean() && !value.booleanValue();
                        case NUMBER -> value.isNumber() && value.doubleValue() == 0;
                        case TIME, MICRO_TIME, QUANTITY, INT_OR_STRING, RAW -> false;
                    };
        };
    }

    static JsonNode of(ValueForm form) {
        return switch (form) {
            case ListOf _, MapOf _ -> NullNode.instance;
            case Struct _ -> JsonNodeFactory.instance.objectNode();
            case Scalar scalar ->
                    switch (scalar) {
                        case TEXT -> TextNode.valueOf("");
                        case FLAG -> BooleanNode.FALSE;
                        case NUMBER, INT_OR_STRING -> IntNode.valueOf(0);
                        case QUANTITY -> TextNode.valueOf("0");
                        case BYTES, TIME, MICRO_TIME, RAW -> NullNode.instance;
                    };
        };
    }
}
