package io.alcove.apimachinery.names;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A regular expression with the sentence and examples that upstream tells when it fails. */
record Format(String regex, Pattern pattern, String rule, List<String> examples) {

    Format(String regex, String rule, String... examples) {
        this(regex, Pattern.compile(regex), rule, List.of(examples));
    }

    boolean matches(String value) {
        return pattern.matcher(value).matches();
    }

    String problem() {
        String list =
                examples.stream().map(e -> "'" + e + "', ").collect(Collectors.joining(" or "));
        return rule + " (e.g. " + list + "regex used for validation is '" + regex + "')";
    }

    /** Upstream counts bytes whatever its message says. */
    static int bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8).length;
    }
}
