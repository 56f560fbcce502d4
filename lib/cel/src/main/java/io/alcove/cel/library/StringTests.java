package io.alcove.cel.library;

import static io.alcove.cel.type.CelType.BOOL;
import static io.alcove.cel.type.CelType.STRING;

import io.alcove.cel.function.FunctionDeclaration;
import io.alcove.cel.function.Implementation;
import io.alcove.cel.function.Overload;
import io.alcove.cel.value.CelError;
import java.util.List;
import java.util.function.BiPredicate;

/** contains, startsWith, endsWith, matches. */
final class StringTests {

    private StringTests() {}

    static List<FunctionDeclaration> functions() {
        Implementation.Binary matches = Patterns::matches;
        return List.of(
                test("contains", "contains_string", String::contains),
                test("endsWith", "ends_with_string", String::endsWith),
                test("startsWith", "starts_with_string", String::startsWith),
                FunctionDeclaration.unguarded(
                        "matches",
                        List.of(
                                Overload.global("matches", List.of(STRING, STRING), BOOL, matches),
                                Overload.memberBinary(
                                        "matches_string", STRING, STRING, BOOL, matches))));
    }

    private static FunctionDeclaration test(
            String name, String id, BiPredicate<String, String> test) {
        Implementation.Binary implementation =
                (text, part) ->
                        text instanceof String t && part instanceof String p
                                ? (Object) test.test(t, p)
                                : CelError.NO_SUCH_OVERLOAD;
        return FunctionDeclaration.unguarded(
                name, List.of(Overload.memberBinary(id, STRING, STRING, BOOL, implementation)));
    }
}
