package io.alcove.apimachinery.structural;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The formats of texts that upstream checks; others mean nothing. */
public final class Formats {

    private static final Set<String> INTEGERS = Set.of("int32", "int64");
    private static final Set<String> NUMBERS = Set.of("float", "double");
    private static final int MAX_HOSTNAME = 255;
    private static final int MAX_LABEL = 63;
    private static final int MAX_LONG_NAME = 253;
    private static final int SSN_LENGTH = 11;
    private static final String SHORT_NAME = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";

    /** By the name without dashes. */
    private static final Map<String, Predicate<String>> CHECKS = checks();

    private Formats() {}

    /** The schema's format; empty where it means nothing for the schema's type. */
    static String known(ObjectNode schema) {
        return unrecognized(schema).isPresent() ? "" : schema.path("format").asText("");
    }

    /** The schema's format where it means nothing for the schema's type. */
    public static Optional<String> unrecognized(ObjectNode schema) {
        String format = schema.path("format").asText("");
        boolean either = schema.path("x-kubernetes-int-or-string").asBoolean(false);
        boolean known =
                format.isEmpty()
                        || switch (either ? "" : schema.path("type").asText("")) {
                            case "", "string" -> isChecked(format);
                            case "integer" -> INTEGERS.contains(format);
                            case "number" -> NUMBERS.contains(format);
                            default -> false;
                        };
        return known ? Optional.empty() : Optional.of(format);
    }

    static boolean isChecked(String format) {
        return CHECKS.containsKey(format.replace("-", ""));
    }

    static boolean matches(String format, String text) {
        Predicate<String> check = CHECKS.get(format.replace("-", ""));
        return check == null || check.test(text);
    }

    private static Map<String, Predicate<String>> checks() {
        Map<String, Predicate<String>> checks = new HashMap<>();
        checks.put("bsonobjectid", pattern("^[0-9a-fA-F]{24}$"));
        checks.put("uri", NetworkFormats::isRequestUri);
        checks.put("email", NetworkFormats::isEmail);
        checks.put("hostname", hostname());
        checks.put("ipv4", NetworkFormats::isIpv4);
        checks.put("ipv6", NetworkFormats::isIpv6);
        checks.put("cidr", NetworkFormats::isCidr);
        checks.put("mac", NetworkFormats::isMac);
        checks.put("uuid", uuid("[0-9a-f]", "[0-9a-f]"));
        checks.put("uuid3", uuid("3", "[0-9a-f]"));
        checks.put("uuid4", uuid("4", "[89ab]"));
        checks.put("uuid5", uuid("5", "[89ab]"));
        checks.put("isbn", text -> NumberFormats.isIsbn10(text) || NumberFormats.isIsbn13(text));
        checks.put("isbn10", NumberFormats::isIsbn10);
        checks.put("isbn13", NumberFormats::isIsbn13);
        checks.put("creditcard", NumberFormats::isCreditCard);
        checks.put("ssn", pattern("^\\d{3}[- ]?\\d{2}[- ]?\\d{4}$", SSN_LENGTH, SSN_LENGTH));
        checks.put("hexcolor", pattern("^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"));
        checks.put("rgbcolor", rgbColor());
        checks.put("byte", base64());
        checks.put("password", _ -> true);
        checks.put("date", TimeFormats::isDate);
        checks.put("duration", TimeFormats::isDuration);
        checks.put("datetime", TimeFormats::isDateTime);
        checks.put("k8sshortname", pattern("^" + SHORT_NAME + "$", 0, MAX_LABEL));
        checks.put(
                "k8slongname",
                pattern("^" + SHORT_NAME + "(\\." + SHORT_NAME + ")*$", 0, MAX_LONG_NAME));
        return Map.copyOf(checks);
    }

    private static Predicate<String> pattern(String regex) {
        return pattern(regex, 0, Integer.MAX_VALUE);
    }

    private static Predicate<String> pattern(String regex, int min, int max) {
        Pattern pattern = Pattern.compile(regex);
        return text -> text.length() >= min && text.length() <= max && pattern.matcher(text).find();
    }

    private static Predicate<String> uuid(String version, String variant) {
        return pattern(
                "(?i)^[0-9a-f]{8}-?[0-9a-f]{4}-?"
                        + version
                        + "[0-9a-f]{3}-?"
                        + variant
                        + "[0-9a-f]{3}-?[0-9a-f]{12}$");
    }

    private static Predicate<String> base64() {
        return pattern(
                "^(?:[A-Za-z0-9+\\/]{4})*(?:[A-Za-z0-9+\\/]{2}==|[A-Za-z0-9+\\/]{3}=|[A-Za-z0-9+\\/]{4})$");
    }

    private static Predicate<String> rgbColor() {
        String part = "\\s*(0|[1-9]\\d?|1\\d\\d?|2[0-4]\\d|25[0-5])\\s*";
        return pattern("^rgb\\(" + part + "," + part + "," + part + "\\)$");
    }

    private static Predicate<String> hostname() {
        String letters = "a-zA-Z0-9\\p{S}\\p{L}";
        Predicate<String> shape =
                pattern(
                        ("^([%1$s]((-?[%1$s]{0,62})?)|([%1$s](([a-zA-Z0-9-\\p{S}\\p{L}]{0,61}[%1$s])?)"
                                        + "(\\.)){1,}([a-zA-Z\\p{L}]){2,63})$")
                                .formatted(letters),
                        0,
                        MAX_HOSTNAME);
        return text -> {
            for (String label : text.split("\\.", -1)) {
                if (label.length() > MAX_LABEL) {
                    return false;
                }
            }
            return shape.test(text);
        };
    }
}
