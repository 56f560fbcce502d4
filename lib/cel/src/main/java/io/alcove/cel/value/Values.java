package io.alcove.cel.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.alcove.cel.type.CelType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values that expressions compute with.
 *
 * <p>Boolean, Long (int), {@link UnsignedLong} (uint), Double, String, {@link ByteString}, {@link
 * Duration}, {@link Instant} (timestamp), {@link NullValue}, {@link ListValue}, {@link MapValue},
 * {@link CelType} (a type), {@link OptionalValue}, {@link OpaqueValue}, {@link StructValue}, and
 * {@link CelError}.
 */
public final class Values {

    private Values() {}

    /**
     * What a value of Java or a JSON tree is to expressions. Lists, maps and trees are wrapped, not
     * copied; what is a value already comes back as it is.
     */
    public static Object of(@Nullable Object any) {
        return switch (any) {
            case null -> NullValue.NULL;
            case JsonNode node -> json(node);
            case Integer number -> number.longValue();
            case Float number -> number.doubleValue();
            case List<?> list -> ListValue.of(list);
            case Map<?, ?> map -> MapValue.of(map);
            case byte[] bytes -> ByteString.of(bytes);
            default -> any;
        };
    }

    private static Object json(JsonNode node) {
        return switch (node) {
            case TextNode text -> text.textValue();
            case ObjectNode object -> new JsonMap(object);
            case ArrayNode array -> new JsonList(array);
            case BooleanNode bool -> bool.booleanValue();
            case NumericNode number -> number(number);
            default -> NullValue.NULL;
        };
    }

    private static Object number(NumericNode number) {
        return number.isIntegralNumber() && number.canConvertToLong()
                ? (Object) number.longValue()
                : (Object) number.doubleValue();
    }

    /** The type of a value, without element types: what {@code type(x)} gives. */
    public static CelType type(Object value) {
        return switch (value) {
            case Boolean _ -> CelType.BOOL;
            case Long _ -> CelType.INT;
            case UnsignedLong _ -> CelType.UINT;
            case Double _ -> CelType.DOUBLE;
            case String _ -> CelType.STRING;
            case ByteString _ -> CelType.BYTES;
            case Duration _ -> CelType.DURATION;
            case Instant _ -> CelType.TIMESTAMP;
            case NullValue _ -> CelType.NULL;
            case ListValue _ -> CelType.LIST;
            case MapValue _ -> CelType.MAP;
            case CelType _ -> CelType.TYPE;
            case OptionalValue _ -> CelType.OPTIONAL;
            case OpaqueValue opaque -> opaque.type();
            case StructValue struct -> struct.type();
            default -> CelType.ERROR;
        };
    }

    /** What {@code size(x)} counts, and one for what has no size. */
    public static long size(Object value) {
        return switch (value) {
            case String text -> text.codePointCount(0, text.length());
            case ByteString bytes -> bytes.size();
            case ListValue list -> list.size();
            case MapValue map -> map.size();
            case OptionalValue(Object inner) when inner != null -> size(inner);
            case OpaqueValue opaque -> opaque.size();
            default -> 1;
        };
    }

    /** As errors show it. */
    static String display(Object value) {
        return switch (value) {
            case Double number -> Texts.number(number);
            case Duration duration -> Texts.seconds(duration);
            default -> String.valueOf(value);
        };
    }
}
