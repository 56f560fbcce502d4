package io.alcove.cel.library;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.alcove.cel.value.CelError;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Regular expressions in RE2's syntax, which match in linear time. Compiled ones are kept. */
public final class Patterns {

    private static final int MAX_KEPT = 1_000;

    private static final Map<String, Pattern> KEPT = new ConcurrentHashMap<>();

    private Patterns() {}

    /** Whether it is a regular expression. */
    public static boolean isValid(String pattern) {
        return with(pattern, p -> true).equals(true);
    }

    /** What is wrong with a pattern; empty where nothing is. */
    public static String problem(String pattern) {
        return with(pattern, p -> true) instanceof CelError error ? error.message() : "";
    }

    static Object matches(Object text, Object pattern) {
        if (!(text instanceof String t) || !(pattern instanceof String p)) {
            return CelError.NO_SUCH_OVERLOAD;
        }
        return with(p, compiled -> compiled.matcher(t).find());
    }

    static Object with(String pattern, Function<Pattern, Object> use) {
        Pattern kept = KEPT.get(pattern);
        if (kept != null) {
            return use.apply(kept);
        }
        try {
            Pattern compiled = Pattern.compile(pattern);
            if (KEPT.size() >= MAX_KEPT) {
                KEPT.clear();
            }
            KEPT.put(pattern, compiled);
            return use.apply(compiled);
        } catch (PatternSyntaxException e) {
            return new CelError(String.valueOf(e.getMessage()));
        }
    }
}
