package io.alcove.apiserver.registry;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a strategic merge patch broke is found by upstream's converter of untyped values, which has
 * words of its own for what the JSON reader says otherwise.
 */
final class ConverterErrors {

    private static final Pattern WRONG_TYPE =
            Pattern.compile("json: cannot unmarshal (\\w+) into Go .* of type (\\S+)");

    private static final Map<String, String> KINDS =
            Map.of("array", "slice", "object", "map", "number", "int64");

    private ConverterErrors() {}

    static String of(String reason) {
        Matcher wrong = WRONG_TYPE.matcher(reason);
        if (!wrong.matches()) {
            return reason;
        }
        String given = KINDS.getOrDefault(wrong.group(1), wrong.group(1));
        String type = wrong.group(2);
        if (type.startsWith("map[")) {
            return "cannot restore map from " + given;
        }
        if (type.startsWith("[]")) {
            return "cannot restore slice from " + given;
        }
        if (type.contains(".")) {
            return "cannot restore struct from: " + given;
        }
        boolean scalar = !given.equals("slice") && !given.equals("map");
        return scalar
                ? "cannot convert %s to %s".formatted(given, type)
                : "unrecognized type: " + type;
    }
}
