package io.alcove.apiserver.kinds.core;

import io.alcove.apimachinery.status.GoText;
import java.nio.charset.StandardCharsets;

/** How Go words that a text is no JSON, for the mistakes that people make. */
final class GoJsonProblems {

    private GoJsonProblems() {}

    static String of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            return "unexpected end of JSON input";
        }
        char first = text.charAt(0);
        boolean begins = "{[\"-0123456789tfn".indexOf(first) >= 0;
        if (!begins) {
            return "invalid character " + quoted(first) + " looking for beginning of value";
        }
        char last = text.charAt(text.length() - 1);
        if (first == '{' && last != '}') {
            return "unexpected end of JSON input";
        }
        return "invalid character in JSON";
    }

    private static String quoted(char c) {
        String quoted = GoText.quote(String.valueOf(c));
        return "'" + quoted.substring(1, quoted.length() - 1) + "'";
    }
}
