package io.alcove.cel.schema;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that expressions use for fields whose names are no identifiers. */
public final class FieldNames {

    private static final Set<String> RESERVED =
            Set.of(
                    "true",
                    "false",
                    "null",
                    "in",
                    "as",
                    "break",
                    "const",
                    "continue",
                    "else",
                    "for",
                    "function",
                    "if",
                    "import",
                    "let",
                    "loop",
                    "package",
                    "namespace",
                    "return",
                    "var",
                    "void",
                    "while");

    private static final Pattern NAME = Pattern.compile("[a-zA-Z_./-][a-zA-Z0-9_./-]*");
    private static final Pattern SPECIAL = Pattern.compile("__|[-./]");
    private static final Pattern ESCAPED = Pattern.compile("__[^_]+__");

    private FieldNames() {}

    /** Whether it is a word of the language, which no variable can be named. */
    public static boolean isReserved(String name) {
        return RESERVED.contains(name);
    }

    /** "a.b" as "a__dot__b"; empty where an expression cannot name the field. */
    public static Optional<String> escape(String field) {
        if (RESERVED.contains(field)) {
            return Optional.of("__" + field + "__");
        }
        if (!NAME.matcher(field).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                SPECIAL.matcher(field)
                        .replaceAll(
                                special ->
                                        switch (special.group()) {
                                            case "__" -> "__underscores__";
                                            case "." -> "__dot__";
                                            case "-" -> "__dash__";
                                            default -> "__slash__";
                                        }));
    }

    /** The field that an escaped name stands for; empty where it is no such name. */
    public static Optional<String> unescape(String name) {
        Matcher escaped = ESCAPED.matcher(name);
        StringBuilder field = new StringBuilder();
        while (escaped.find()) {
            String word = name.substring(escaped.start() + 2, escaped.end() - 2);
            Optional<String> meant = word(word, escaped.end() - escaped.start() == name.length());
            if (meant.isEmpty()) {
                return Optional.empty();
            }
            escaped.appendReplacement(field, Matcher.quoteReplacement(meant.get()));
        }
        return Optional.of(escaped.appendTail(field).toString());
    }

    private static Optional<String> word(String word, boolean whole) {
        return switch (word) {
            case "underscores" -> Optional.of("__");
            case "dot" -> Optional.of(".");
            case "dash" -> Optional.of("-");
            case "slash" -> Optional.of("/");
            default -> whole && RESERVED.contains(word) ? Optional.of(word) : Optional.empty();
        };
    }
}
