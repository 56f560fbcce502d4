package io.alcove.cel.syntax;

import java.util.regex.Pattern;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.jspecify.annotations.Nullable;

/** Turns what the grammar reports into issues. */
final class SyntaxErrors extends BaseErrorListener {

    private static final int MAX_REPORTED = 100;

    /** Words that are no identifiers are reported as such, as ever. */
    private static final Pattern RESERVED =
            Pattern.compile("no viable alternative at input '.(true|false|null)'");

    private final Issues issues;
    private int reported;

    SyntaxErrors(Issues issues) {
        this.issues = issues;
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            @Nullable Object offendingSymbol,
            int line,
            int column,
            String message,
            @Nullable RecognitionException e) {
        Location location = new Location(line, column);
        if (reported++ >= MAX_REPORTED) {
            String text = "More than " + MAX_REPORTED + " syntax errors";
            issues.add(location, "Syntax error: " + text);
            throw ParseLimitException.afterReport(text);
        }
        String text =
                RESERVED.matcher(message).replaceAll("mismatched input '$1' expecting IDENTIFIER");
        issues.add(location, "Syntax error: " + text);
    }
}
