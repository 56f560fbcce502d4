package io.alcove.cel.library;

import static io.alcove.cel.type.CelType.BOOL;
import static io.alcove.cel.type.CelType.INT;
import static io.alcove.cel.type.CelType.STRING;

import io.alcove.cel.function.FunctionDeclaration;
import io.alcove.cel.function.Library;
import io.alcove.cel.function.Overload;
import io.alcove.cel.type.CelType;
import io.alcove.cel.value.CelError;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Functions of semantic versions. */
public final class Semvers {

    private Semvers() {}

    public static Library library() {
        return Library.of(
                        FunctionDeclaration.of(
                                "semver",
                                Overload.unary(
                                        "string_to_semver",
                                        STRING,
                                        Semver.TYPE,
                                        s -> orError(read(s, false))),
                                Overload.global(
                                        "string_bool_to_semver",
                                        List.of(STRING, BOOL),
                                        Semver.TYPE,
                                        a -> orError(read(a[0], (Boolean) a[1])))),
                        FunctionDeclaration.of(
                                "isSemver",
                                Overload.unary(
                                        "is_semver_string",
                                        STRING,
                                        BOOL,
                                        s -> read(s, false).isPresent()),
                                Overload.global(
                                        "is_semver_string_bool",
                                        List.of(STRING, BOOL),
                                        BOOL,
                                        a -> read(a[0], (Boolean) a[1]).isPresent())),
                        comparing("isGreaterThan", "is_greater_than", BOOL, order -> order > 0),
                        comparing("isLessThan", "is_less_than", BOOL, order -> order < 0),
                        comparing("compareTo", "compare_to", INT, order -> (long) order),
                        number("major", Semver::major),
                        number("minor", Semver::minor),
                        number("patch", Semver::patch))
                .withTypes(Semver.TYPE);
    }

    private static Optional<Semver> read(Object text, boolean normalize) {
        return normalize ? Semver.parseTolerant((String) text) : Semver.parse((String) text);
    }

    private static Object orError(Optional<Semver> version) {
        return version.isPresent()
                ? version.get()
                : new CelError("No Major.Minor.Patch elements found");
    }

    private static FunctionDeclaration comparing(
            String name, String id, CelType result, IntFunction<Object> of) {
        return FunctionDeclaration.of(
                name,
                Overload.memberBinary(
                        "semver_" + id,
                        Semver.TYPE,
                        Semver.TYPE,
                        result,
                        (a, b) -> of.apply(Integer.signum(((Semver) a).compareTo((Semver) b)))));
    }

    private static FunctionDeclaration number(String name, Function<Semver, Object> of) {
        return FunctionDeclaration.of(
                name,
                Overload.memberUnary(
                        "semver_" + name, Semver.TYPE, INT, v -> of.apply((Semver) v)));
    }
}
