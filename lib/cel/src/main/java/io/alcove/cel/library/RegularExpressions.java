package io.alcove.cel.library;

import static io.alcove.cel.library.Types.STRINGS;
import static io.alcove.cel.type.CelType.INT;
import static io.alcove.cel.type.CelType.STRING;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.alcove.cel.function.FunctionDeclaration;
import io.alcove.cel.function.Library;
import io.alcove.cel.function.Overload;
import io.alcove.cel.value.CelError;
import io.alcove.cel.value.ListValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** find and findAll. */
public final class RegularExpressions {

    private RegularExpressions() {}

    public static Library library() {
        return Library.of(
                FunctionDeclaration.of(
                        "find",
                        Overload.memberBinary(
                                "string_find_string",
                                STRING,
                                STRING,
                                STRING,
                                (s, p) -> with((String) p, pattern -> find((String) s, pattern)))),
                FunctionDeclaration.of(
                        "findAll",
                        Overload.memberBinary(
                                "string_find_all_string",
                                STRING,
                                STRING,
                                STRINGS,
                                (s, p) ->
                                        with((String) p, pattern -> all((String) s, pattern, -1))),
                        Overload.member(
                                "string_find_all_string_int",
                                List.of(STRING, STRING, INT),
                                STRINGS,
                                a ->
                                        with(
                                                (String) a[1],
                                                pattern ->
                                                        all(
                                                                (String) a[0],
                                                                pattern,
                                                                (Long) a[2])))));
    }

    private static Object with(String pattern, Function<Pattern, Object> use) {
        Object result = Patterns.with(pattern, use);
        return result instanceof CelError error
                ? new CelError("Illegal regex: " + error.message())
                : result;
    }

    private static Object find(String text, Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group() : "";
    }

    private static Object all(String text, Pattern pattern, long limit) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while ((limit < 0 || found.size() < limit) && matcher.find()) {
            found.add(matcher.group());
        }
        return ListValue.of(found);
    }
}
