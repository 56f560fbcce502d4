package io.alcove.apiserver.registry.metadata;

import io.alcove.apimachinery.status.StatusCause;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names of those who write fields. */
public final class FieldManager {

    private static final int MAX_LENGTH = 128;

    private FieldManager() {}

    public static List<StatusCause> problems(String field, String manager) {
        List<StatusCause> causes = new ArrayList<>();
        if (bytes(manager) > MAX_LENGTH) {
            causes.add(StatusCause.tooLong(field, MAX_LENGTH));
        }
        int position = 0;
        for (int c : manager.codePoints().toArray()) {
            if (!isPrintable(c)) {
                causes.add(
                        StatusCause.invalid(
                                field,
                                manager,
                                "invalid character %s (at position %d)"
                                        .formatted(unicode(c), position)));
            }
            position += bytes(Character.toString(c));
        }
        return causes;
    }

    /** The manager of a client that names none: its user agent up to the first slash. */
    public static String ofUserAgent(String userAgent) {
        int slash = userAgent.indexOf('/');
        String product = slash < 0 ? userAgent : userAgent.substring(0, slash);
        StringBuilder manager = new StringBuilder();
        int length = 0;
        for (int c : product.codePoints().filter(FieldManager::isPrintable).toArray()) {
            length += bytes(Character.toString(c));
            if (length > MAX_LENGTH) {
                break;
            }
            manager.appendCodePoint(c);
        }
        return manager.toString();
    }

    /** As Go's unicode.IsPrint: letters, marks, numbers, punctuation, symbols and the space. */
    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }

    private static String unicode(int c) {
        return String.format(Locale.ROOT, "U+%04X", c);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
