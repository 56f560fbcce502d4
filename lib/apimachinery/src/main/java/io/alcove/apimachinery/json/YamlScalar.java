package io.alcove.apimachinery.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** What a scalar of YAML 1.1 is in JSON, as go-yaml decides it. */
final class YamlScalar {

    private static final Set<String> TRUE = Set.of("yes", "on", "true");
    private static final Set<String> FALSE = Set.of("no", "off", "false");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private YamlScalar() {}

    static JsonNode toJson(ScalarNode scalar) {
        String text = scalar.getValue();
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return NODES.textNode(text);
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (scalar.getTag().equals(Tag.NULL)) {
            return NODES.nullNode();
        }
        if (isCasedAsWord(text) && (TRUE.contains(lower) || FALSE.contains(lower))) {
            return NODES.booleanNode(TRUE.contains(lower));
        }
        if (scalar.getTag().equals(Tag.INT)) {
            return integer(lower.replace("_", ""), text);
        }
        if (scalar.getTag().equals(Tag.FLOAT)) {
            return decimal(lower.replace("_", ""), text);
        }
        return NODES.textNode(text);
    }

    /** "yes", "Yes" and "YES" are words, "yEs" is not. */
    private static boolean isCasedAsWord(String text) {
        String tail = text.isEmpty() ? "" : text.substring(1);
        return tail.equals(tail.toLowerCase(Locale.ROOT))
                || text.equals(text.toUpperCase(Locale.ROOT));
    }

    private static JsonNode integer(String text, String original) {
        boolean negative = text.startsWith("-");
        String digits = negative || text.startsWith("+") ? text.substring(1) : text;
        try {
            BigInteger magnitude = magnitude(digits);
            BigInteger value = negative ? magnitude.negate() : magnitude;
            return value.bitLength() < Long.SIZE
                    ? NODES.numberNode(value.longValue())
                    : NODES.numberNode(value);
        } catch (NumberFormatException _) {
            return NODES.textNode(original);
        }
    }

    private static BigInteger magnitude(String digits) {
        if (digits.startsWith("0x")) {
            return new BigInteger(digits.substring(2), 16);
        }
        if (digits.startsWith("0b")) {
            return new BigInteger(digits.substring(2), 2);
        }
        if (digits.startsWith("0o")) {
            return new BigInteger(digits.substring(2), 8);
        }
        boolean octal = digits.length() > 1 && digits.startsWith("0");
        return new BigInteger(digits, octal ? 8 : 10);
    }

    private static JsonNode decimal(String text, String original) {
        try {
            return NODES.numberNode(new BigDecimal(text).doubleValue());
        } catch (NumberFormatException _) {
            return NODES.textNode(original);
        }
    }
}
