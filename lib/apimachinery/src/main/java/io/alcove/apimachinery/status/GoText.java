package io.alcove.apimachinery.status;

import java.util.List;
import java.util.stream.Collectors;

/** Values as Go's fmt prints them inside upstream's messages. */
public final class GoText {

    private GoText() {}

    /** As {@code %q} prints a text: in double quotes, escaped by Go's rules. */
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> appendEscaped(quoted, c));
        return quoted.append('"').toString();
    }

    /** As {@code %#v} prints a []string. */
    public static String quoteList(List<String> texts) {
        return texts.stream()
                .map(GoText::quote)
                .collect(Collectors.joining(", ", "[]string{", "}"));
    }

    private static void appendEscaped(StringBuilder quoted, int c) {
        switch (c) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case 0x07 -> quoted.append("\\a");
            case '\b' -> quoted.append("\\b");
            case '\f' -> quoted.append("\\f");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            case 0x0b -> quoted.append("\\v");
            default -> appendPlain(quoted, c);
        }
    }

    private static void appendPlain(StringBuilder quoted, int c) {
        if (isPrintable(c)) {
            quoted.appendCodePoint(c);
        } else if (c < 0x80) {
            quoted.append(String.format("\\x%02x", c));
        } else if (c < 0x10000) {
            quoted.append(String.format("\\u%04x", c));
        } else {
            quoted.append(String.format("\\U%08x", c));
        }
    }

    private static boolean isPrintable(int c) {
        if (c < 0x7f) {
            return c >= ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
