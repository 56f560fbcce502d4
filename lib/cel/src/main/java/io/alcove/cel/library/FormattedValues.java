package io.alcove.cel.library;

import io.alcove.cel.library.StringFormat.FormatException;
import io.alcove.cel.type.CelType;
import io.alcove.cel.value.ByteString;
import io.alcove.cel.value.ListValue;
import io.alcove.cel.value.MapValue;
import io.alcove.cel.value.NullValue;
import io.alcove.cel.value.UnsignedLong;
import io.alcove.cel.value.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The texts of values by the clauses of a format. Numbers are written as in the United States. */
record FormattedValues(ListValue arguments) implements StringFormat.Clauses {

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    @Override
    public int size() {
        return arguments.size();
    }

    @Override
    public String clause(int argument, char verb, int precision) throws FormatException {
        Object value = arguments.get(argument);
        return switch (verb) {
            case 's' -> text(value);
            case 'd' -> decimal(value);
            case 'f' -> fixed(value, precision);
            case 'e' -> scientific(value, precision);
            case 'b' -> binary(value);
            case 'x' -> hex(value);
            case 'X' -> hex(value).toUpperCase(Locale.ROOT);
            default -> octal(value);
        };
    }

    private static FormatException wrong(String what, Object value) {
        return StringFormat.wrongType(what, Values.type(value).name());
    }

    private static String text(Object value) throws FormatException {
        return switch (value) {
            case NullValue _ -> "null";
            case CelType type -> type.name();
            case ListValue list -> list(list);
            case MapValue map -> map(map);
            default -> {
                if (Conversions.toText(value) instanceof String text) {
                    yield text;
                }
                throw wrong(
                        "string clause can only be used on strings, bools, bytes, ints, doubles,"
                                + " maps, lists, types, durations, and timestamps",
                        value);
            }
        };
    }

    /** As it would be written in an expression. */
    private static String nested(Object value) throws FormatException {
        return switch (value) {
            case String text -> GoStrings.quote(text);
            case ByteString bytes ->
                    "b" + GoStrings.quote(new String(bytes.toArray(), StandardCharsets.UTF_8));
            case Double d when Double.isFinite(d) ->
                    new BigDecimal(d).setScale(6, RoundingMode.HALF_EVEN).toPlainString();
            case java.time.Duration _ -> "duration(\"" + text(value) + "\")";
            case java.time.Instant _ -> "timestamp(\"" + text(value) + "\")";
            case CelType type -> "type(" + type.name() + ")";
            default -> text(value);
        };
    }

    private static String list(ListValue list) throws FormatException {
        StringBuilder all = new StringBuilder("[");
        for (int i = 0; i < list.size(); i++) {
            all.append(i == 0 ? "" : ", ").append(nested(list.get(i)));
        }
        return all.append(']').toString();
    }

    private static String map(MapValue map) throws FormatException {
        Map<String, String> entries = new TreeMap<>();
        for (Object key : map.keys()) {
            Object value = map.find(key);
            entries.put(nested(key), value == null ? "" : nested(value));
        }
        StringBuilder all = new StringBuilder("{");
        entries.forEach(
                (key, value) ->
                        all.append(all.length() == 1 ? "" : ", ")
                                .append(key)
                                .append(':')
                                .append(value));
        return all.append('}').toString();
    }

    private static String decimal(Object value) throws FormatException {
        return switch (value) {
            case Long number -> number.toString();
            case UnsignedLong number -> number.toString();
            default -> throw wrong("decimal clause can only be used on integers", value);
        };
    }

    private static double real(Object value, String clause) throws FormatException {
        return switch (value) {
            case Double number -> number;
            case String text when text.equals("NaN") -> Double.NaN;
            case String text when text.equals("Infinity") -> Double.POSITIVE_INFINITY;
            case String text when text.equals("-Infinity") -> Double.NEGATIVE_INFINITY;
            default -> throw wrong(clause + " clause can only be used on doubles", value);
        };
    }

    private static String special(double value) {
        return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞";
    }

    private static String fixed(Object value, int precision) throws FormatException {
        double number = real(value, "fixed-point");
        if (!Double.isFinite(number)) {
            return special(number);
        }
        return ("%,." + precision + "f")
                .formatted(new BigDecimal(number).setScale(precision, RoundingMode.HALF_EVEN));
    }

    private static String scientific(Object value, int precision) throws FormatException {
        double number = real(value, "scientific");
        if (!Double.isFinite(number)) {
            return special(number);
        }
        String text = ("%." + precision + "e").formatted(number);
        int e = text.indexOf('e');
        StringBuilder exponent = new StringBuilder(text.charAt(e + 1) == '-' ? "⁻" : "");
        text.chars()
                .skip(e + 2L)
                .forEach(digit -> exponent.append(SUPERSCRIPTS.charAt(digit - '0')));
        return text.substring(0, e) + "×10" + exponent;
    }

    private static String binary(Object value) throws FormatException {
        return switch (value) {
            case Boolean bool -> bool ? "1" : "0";
            case Long number -> Long.toString(number, 2);
            case UnsignedLong number -> Long.toUnsignedString(number.bits(), 2);
            default -> throw wrong("only integers and bools can be formatted as binary", value);
        };
    }

    private static String hex(Object value) throws FormatException {
        return switch (value) {
            case Long number -> Long.toString(number, 16);
            case UnsignedLong number -> Long.toUnsignedString(number.bits(), 16);
            case String text -> HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
            case ByteString bytes -> HexFormat.of().formatHex(bytes.toArray());
            default ->
                    throw wrong(
                            "only integers, byte buffers, and strings can be formatted as hex",
                            value);
        };
    }

    private static String octal(Object value) throws FormatException {
        return switch (value) {
            case Long number -> Long.toString(number, 8);
            case UnsignedLong number -> Long.toUnsignedString(number.bits(), 8);
            default -> throw wrong("octal clause can only be used on integers", value);
        };
    }
}
