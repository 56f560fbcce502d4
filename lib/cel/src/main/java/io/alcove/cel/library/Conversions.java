package io.alcove.cel.library;

import static io.alcove.cel.library.Types.A;
import static io.alcove.cel.type.CelType.BOOL;
import static io.alcove.cel.type.CelType.BYTES;
import static io.alcove.cel.type.CelType.DOUBLE;
import static io.alcove.cel.type.CelType.DURATION;
import static io.alcove.cel.type.CelType.DYN;
import static io.alcove.cel.type.CelType.INT;
import static io.alcove.cel.type.CelType.STRING;
import static io.alcove.cel.type.CelType.TIMESTAMP;
import static io.alcove.cel.type.CelType.UINT;

import io.alcove.cel.function.FunctionDeclaration;
import io.alcove.cel.function.Implementation;
import io.alcove.cel.function.Overload;
import io.alcove.cel.type.CelType;
import io.alcove.cel.value.ByteString;
import io.alcove.cel.value.CelError;
import io.alcove.cel.value.Texts;
import io.alcove.cel.value.UnsignedLong;
import io.alcove.cel.value.Values;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Conversions between types, which bear the name of the type that they make. */
public final class Conversions {

    private static final Set<String> NAMES =
            Set.of(
                    "bool",
                    "bytes",
                    "double",
                    "duration",
                    "dyn",
                    "int",
                    "string",
                    "timestamp",
                    "type",
                    "uint");

    private static final double TWO_TO_63 = 0x1p63;
    private static final double TWO_TO_64 = 0x1p64;

    private Conversions() {}

    /** Whether a function is one; those of a constant are constants. */
    public static boolean isConversion(String function) {
        return NAMES.contains(function);
    }

    static List<FunctionDeclaration> functions() {
        Implementation.Unary same = value -> value;
        return List.of(
                FunctionDeclaration.unguarded(
                        "type",
                        List.of(Overload.unary("type", A, CelType.typeOf(A), Values::type))),
                FunctionDeclaration.of(
                        "bool",
                        Overload.unary("bool_to_bool", BOOL, BOOL, same),
                        Overload.unary("string_to_bool", STRING, BOOL, Conversions::toBool)),
                FunctionDeclaration.of(
                        "bytes",
                        Overload.unary("bytes_to_bytes", BYTES, BYTES, same),
                        Overload.unary("string_to_bytes", STRING, BYTES, Conversions::toBytes)),
                FunctionDeclaration.of(
                        "double",
                        Overload.unary("double_to_double", DOUBLE, DOUBLE, same),
                        Overload.unary("int64_to_double", INT, DOUBLE, Conversions::toDouble),
                        Overload.unary("string_to_double", STRING, DOUBLE, Conversions::toDouble),
                        Overload.unary("uint64_to_double", UINT, DOUBLE, Conversions::toDouble)),
                FunctionDeclaration.of(
                        "duration",
                        Overload.unary("duration_to_duration", DURATION, DURATION, same),
                        Overload.unary("int64_to_duration", INT, DURATION, Conversions::toDuration),
                        Overload.unary(
                                "string_to_duration", STRING, DURATION, Conversions::toDuration)),
                FunctionDeclaration.unguarded(
                        "dyn", List.of(Overload.unary("to_dyn", A, DYN, same))),
                FunctionDeclaration.of(
                        "int",
                        Overload.unary("int64_to_int64", INT, INT, same),
                        Overload.unary("double_to_int64", DOUBLE, INT, Conversions::toInt),
                        Overload.unary("duration_to_int64", DURATION, INT, Conversions::toInt),
                        Overload.unary("string_to_int64", STRING, INT, Conversions::toInt),
                        Overload.unary("timestamp_to_int64", TIMESTAMP, INT, Conversions::toInt),
                        Overload.unary("uint64_to_int64", UINT, INT, Conversions::toInt)),
                FunctionDeclaration.of(
                        "string",
                        Overload.unary("string_to_string", STRING, STRING, same),
                        Overload.unary("bool_to_string", BOOL, STRING, Conversions::toText),
                        Overload.unary("bytes_to_string", BYTES, STRING, Conversions::toText),
                        Overload.unary("double_to_string", DOUBLE, STRING, Conversions::toText),
                        Overload.unary("duration_to_string", DURATION, STRING, Conversions::toText),
                        Overload.unary("int64_to_string", INT, STRING, Conversions::toText),
                        Overload.unary(
                                "timestamp_to_string", TIMESTAMP, STRING, Conversions::toText),
                        Overload.unary("uint64_to_string", UINT, STRING, Conversions::toText)),
                FunctionDeclaration.of(
                        "timestamp",
                        Overload.unary("timestamp_to_timestamp", TIMESTAMP, TIMESTAMP, same),
                        Overload.unary(
                                "int64_to_timestamp", INT, TIMESTAMP, Conversions::toTimestamp),
                        Overload.unary(
                                "string_to_timestamp",
                                STRING,
                                TIMESTAMP,
                                Conversions::toTimestamp)),
                FunctionDeclaration.of(
                        "uint",
                        Overload.unary("uint64_to_uint64", UINT, UINT, same),
                        Overload.unary("double_to_uint64", DOUBLE, UINT, Conversions::toUint),
                        Overload.unary("int64_to_uint64", INT, UINT, Conversions::toUint),
                        Overload.unary("string_to_uint64", STRING, UINT, Conversions::toUint)));
    }

    private static CelError failed(Object value, CelType to) {
        return new CelError(
                "type conversion error from '%s' to '%s'"
                        .formatted(Values.type(value).name(), to.name()));
    }

    private static Object toBool(Object value) {
        return switch ((String) value) {
            case "1", "t", "T", "TRUE", "true", "True" -> true;
            case "0", "f", "F", "FALSE", "false", "False" -> false;
            default -> failed(value, BOOL);
        };
    }

    private static Object toBytes(Object value) {
        return ByteString.of(((String) value).getBytes(StandardCharsets.UTF_8));
    }

    private static Object toDouble(Object value) {
        return switch (value) {
            case Long number -> number.doubleValue();
            case UnsignedLong number -> number.toDouble();
            case String text ->
                    GoNumbers.parseDouble(text).map(d -> (Object) d).orElse(failed(value, DOUBLE));
            default -> failed(value, DOUBLE);
        };
    }

    private static Object toDuration(Object value) {
        return switch (value) {
            case Long nanos -> Duration.ofNanos(nanos);
            case String text ->
                    Durations.parse(text).map(d -> (Object) d).orElse(failed(value, DURATION));
            default -> failed(value, DURATION);
        };
    }

    private static Object toTimestamp(Object value) {
        return switch (value) {
            case Long seconds -> Durations.timestamp(seconds);
            case String text ->
                    Timestamps.parse(text).map(Durations::checked).orElse(failed(value, TIMESTAMP));
            default -> failed(value, TIMESTAMP);
        };
    }

    private static Object toInt(Object value) {
        return switch (value) {
            case Double d ->
                    d.isNaN() || d <= -TWO_TO_63 || d >= TWO_TO_63
                            ? CelError.INT_OVERFLOW
                            : (Object) d.longValue();
            case Duration d -> d.toNanos();
            case Instant t -> t.getEpochSecond();
            case UnsignedLong u -> u.bits() < 0 ? CelError.INT_OVERFLOW : (Object) u.bits();
            case String text -> parseInt(text);
            default -> failed(value, INT);
        };
    }

    private static Object parseInt(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return failed(text, INT);
        }
    }

    private static Object toUint(Object value) {
        return switch (value) {
            case Double d ->
                    d.isNaN() || d < 0 || d >= TWO_TO_64
                            ? CelError.UINT_OVERFLOW
                            : new UnsignedLong(new java.math.BigDecimal(d).longValue());
            case Long l -> l < 0 ? CelError.UINT_OVERFLOW : new UnsignedLong(l);
            case String text -> parseUint(text);
            default -> failed(value, UINT);
        };
    }

    private static Object parseUint(String text) {
        try {
            return text.startsWith("+")
                    ? failed(text, UINT)
                    : new UnsignedLong(Long.parseUnsignedLong(text));
        } catch (NumberFormatException e) {
            return failed(text, UINT);
        }
    }

    /** The text of a scalar, or a CelError. */
    static Object toText(Object value) {
        return switch (value) {
            case String text -> text;
            case Boolean bool -> bool.toString();
            case Long number -> number.toString();
            case UnsignedLong number -> number.toString();
            case Double number -> Texts.number(number);
            case Duration duration -> Texts.seconds(duration);
            case Instant timestamp -> Timestamps.text(timestamp);
            case ByteString bytes ->
                    bytes.utf8()
                            .map(text -> (Object) text)
                            .orElse(
                                    new CelError(
                                            "invalid UTF-8 in bytes, cannot convert to string"));
            default -> failed(value, STRING);
        };
    }
}
