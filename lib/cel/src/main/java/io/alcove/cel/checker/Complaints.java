package io.alcove.cel.checker;

import io.alcove.cel.syntax.Expr;
import io.alcove.cel.syntax.Issues;
import io.alcove.cel.syntax.Positions;
import io.alcove.cel.type.CelType;
import java.util.List;
import java.util.stream.Collectors;

/** What the type checker has to say. */
record Complaints(Issues issues, Positions positions) {

    void at(int id, String message) {
        issues.add(positions.of(id), message);
    }

    void undeclared(Expr at, String name) {
        at(at.id(), "undeclared reference to '%s' (in container '')".formatted(name));
    }

    void undefinedField(int id, String field) {
        at(id, "undefined field '%s'".formatted(field));
    }

    void noFields(Expr at, CelType type) {
        at(at.id(), "type '%s' does not support field selection".formatted(type.display()));
    }

    void mismatch(Expr at, CelType expected, CelType actual) {
        at(
                at.id(),
                "expected type '%s' but found '%s'"
                        .formatted(expected.display(), actual.display()));
    }

    void noRange(Expr at, CelType type) {
        at(
                at.id(),
                ("expression of type '%s' cannot be range of a comprehension (must be list, map,"
                                + " or dynamic)")
                        .formatted(type.display()));
    }

    void noOverload(Expr.Call call, String function, List<CelType> arguments, boolean member) {
        String target = member ? arguments.getFirst().display() + "." : "";
        String signature =
                arguments.stream()
                        .skip(member ? 1 : 0)
                        .map(CelType::display)
                        .collect(Collectors.joining(", ", target + "(", ")"));
        at(
                call.id(),
                "found no matching overload for '%s' applied to '%s'"
                        .formatted(function, signature));
    }
}
