package io.alcove.apimachinery.names;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The name forms of the Kubernetes API. Each method gives upstream's texts for what is wrong with a
 * value, and an empty list where it is valid.
 */
public final class Names {

    public static final int LABEL_MAX_LENGTH = 63;
    public static final int SUBDOMAIN_MAX_LENGTH = 253;

    private static final int PORT_NAME_MAX_LENGTH = 15;

    private static final Format DNS_1123_LABEL =
            new Format(
                    "[a-z0-9]([-a-z0-9]*[a-z0-9])?",
                    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character",
                    "my-name",
                    "123-abc");
    private static final Format DNS_1123_SUBDOMAIN =
            new Format(
                    DNS_1123_LABEL.regex() + "(\\." + DNS_1123_LABEL.regex() + ")*",
                    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character",
                    "example.com");
    private static final String UNDERSCORE_LABEL = "_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?";
    private static final Format UNDERSCORE_SUBDOMAIN =
            new Format(
                    UNDERSCORE_LABEL + "(\\." + UNDERSCORE_LABEL + ")*",
                    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character",
                    "example.com");
    private static final Format WILDCARD_SUBDOMAIN =
            new Format(
                    "\\*\\." + DNS_1123_SUBDOMAIN.regex(),
                    "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character",
                    "*.example.com");
    private static final Format DNS_1035_LABEL =
            new Format(
                    "[a-z]([-a-z0-9]*[a-z0-9])?",
                    "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character",
                    "my-name",
                    "abc-123");
    private static final Format C_IDENTIFIER =
            new Format(
                    "[A-Za-z_][A-Za-z0-9_]*",
                    "a valid C identifier must start with alphabetic character or '_', followed by a string of alphanumeric characters or '_'",
                    "my_name",
                    "MY_NAME",
                    "MyName");
    private static final Format CONFIG_MAP_KEY =
            new Format(
                    "[-._a-zA-Z0-9]+",
                    "a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
                    "key.name",
                    "KEY_NAME",
                    "key-name");
    private static final Format HTTP_HEADER =
            new Format(
                    "[-A-Za-z0-9]+",
                    "a valid HTTP header must consist of alphanumeric characters or '-'",
                    "X-Header-Name");
    private static final Format PERCENT =
            new Format(
                    "[0-9]+%",
                    "a valid percent string must be a numeric string followed by an ending '%'",
                    "1%",
                    "93%");
    private static final Pattern PORT_NAME = Pattern.compile("[-a-z0-9]+");
    private static final Pattern ANY_LETTER = Pattern.compile("[a-z]");

    private Names() {}

    public static List<String> dns1123Label(String value) {
        List<String> problems = tooLong(value, LABEL_MAX_LENGTH);
        if (!DNS_1123_LABEL.matches(value)) {
            problems.add(
                    DNS_1123_SUBDOMAIN.matches(value)
                            ? "must not contain dots"
                            : DNS_1123_LABEL.problem());
        }
        return problems;
    }

    public static List<String> dns1123Subdomain(String value) {
        return check(value, SUBDOMAIN_MAX_LENGTH, DNS_1123_SUBDOMAIN);
    }

    public static List<String> dns1123SubdomainWithUnderscore(String value) {
        return check(value, SUBDOMAIN_MAX_LENGTH, UNDERSCORE_SUBDOMAIN);
    }

    public static List<String> wildcardDns1123Subdomain(String value) {
        return check(value, SUBDOMAIN_MAX_LENGTH, WILDCARD_SUBDOMAIN);
    }

    public static List<String> dns1035Label(String value) {
        return check(value, LABEL_MAX_LENGTH, DNS_1035_LABEL);
    }

    public static List<String> cIdentifier(String value) {
        return check(value, Integer.MAX_VALUE, C_IDENTIFIER);
    }

    public static List<String> httpHeaderName(String value) {
        return check(value, Integer.MAX_VALUE, HTTP_HEADER);
    }

    public static List<String> percent(String value) {
        return check(value, Integer.MAX_VALUE, PERCENT);
    }

    public static List<String> configMapKey(String value) {
        List<String> problems = check(value, SUBDOMAIN_MAX_LENGTH, CONFIG_MAP_KEY);
        problems.addAll(parentFolder(value));
        return problems;
    }

    /** The relaxed form that is the default since 1.34. */
    public static List<String> envVarName(String value) {
        List<String> problems = new ArrayList<>();
        if (value.isEmpty()) {
            problems.add("environment variable name must be non-empty");
        }
        if (!value.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '=')) {
            problems.add(
                    "a valid environment variable name must consist only of printable ASCII characters other than '='");
        }
        return problems;
    }

    public static List<String> portName(String value) {
        List<String> problems = tooLong(value, PORT_NAME_MAX_LENGTH);
        if (!PORT_NAME.matcher(value).matches()) {
            problems.add("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
        }
        if (!ANY_LETTER.matcher(value).find()) {
            problems.add("must contain at least one letter (a-z)");
        }
        if (value.contains("--")) {
            problems.add("must not contain consecutive hyphens");
        }
        if (value.startsWith("-") || value.endsWith("-")) {
            problems.add("must not begin or end with a hyphen");
        }
        return problems;
    }

    /** For names that stand as one segment of a path, as those of RBAC do. */
    public static List<String> pathSegment(String value) {
        if (value.equals(".") || value.equals("..")) {
            return List.of("may not be '" + value + "'");
        }
        List<String> problems = new ArrayList<>();
        for (String illegal : List.of("/", "%")) {
            if (value.contains(illegal)) {
                problems.add("may not contain '" + illegal + "'");
            }
        }
        return problems;
    }

    /**
     * A generateName in the form that the name checks take: upstream checks the prefix as if its
     * trailing dash, and the character before it, were a letter.
     */
    public static String maskTrailingDash(String prefix) {
        return prefix.length() > 1 && prefix.endsWith("-")
                ? prefix.substring(0, prefix.length() - 2) + "a"
                : prefix;
    }

    public static String notInRange(long low, long high) {
        return "must be between " + low + " and " + high + ", inclusive";
    }

    static List<String> tooLong(String value, int limit) {
        List<String> problems = new ArrayList<>();
        if (Format.bytes(value) > limit) {
            problems.add("must be no more than " + limit + " characters");
        }
        return problems;
    }

    private static List<String> check(String value, int limit, Format format) {
        List<String> problems = tooLong(value, limit);
        if (!format.matches(value)) {
            problems.add(format.problem());
        }
        return problems;
    }

    private static List<String> parentFolder(String value) {
        if (value.equals(".") || value.equals("..")) {
            return List.of("must not be '" + value + "'");
        }
        return value.startsWith("..") ? List.of("must not start with '..'") : List.of();
    }
}
