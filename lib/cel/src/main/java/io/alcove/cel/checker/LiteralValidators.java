package io.alcove.cel.checker;

import io.alcove.cel.syntax.Expr;
import io.alcove.cel.type.CelType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Checks constants that would fail every evaluation: durations, timestamps and patterns that cannot
 * be read, and literals whose elements differ in type.
 */
public final class LiteralValidators {

    /** What can be read as an argument of a function. */
    public record ArgumentRule(String function, Predicate<Object> valid) {}

    private final List<ArgumentRule> rules;

    public LiteralValidators(List<ArgumentRule> rules) {
        this.rules = rules;
    }

    /** Adds to the issues of an expression that is checked. */
    public void validate(Checked checked) {
        List<Found> all = new ArrayList<>();
        walk(checked.expr(), false, all);
        for (ArgumentRule rule : rules) {
            all.forEach(found -> argument(checked, found.expr(), rule));
        }
        all.forEach(found -> FormatCheck.check(checked, found.expr()));
        all.stream()
                .filter(found -> !found.inFormat())
                .forEach(
                        found -> {
                            if (found.expr() instanceof Expr.ListLiteral list) {
                                list(checked, list);
                            }
                        });
        all.stream()
                .filter(found -> !found.inFormat())
                .forEach(
                        found -> {
                            if (found.expr() instanceof Expr.MapLiteral map) {
                                map(checked, map);
                            }
                        });
    }

    /**
     * @param inFormat whether it stands within the arguments of format, which may differ in type
     */
    private record Found(Expr expr, boolean inFormat) {}

    private static void walk(Expr expr, boolean inFormat, List<Found> all) {
        all.add(new Found(expr, inFormat));
        boolean format =
                inFormat || (expr instanceof Expr.Call call && call.function().equals("format"));
        Children.of(expr).forEach(child -> walk(child, format, all));
    }

    private static void argument(Checked checked, Expr expr, ArgumentRule rule) {
        if (expr instanceof Expr.Call call
                && call.function().equals(rule.function())
                && !call.arguments().isEmpty()
                && call.arguments().getFirst() instanceof Expr.Literal literal
                && !rule.valid().test(literal.value())) {
            checked.issues()
                    .add(
                            checked.positions().of(literal.id()),
                            "invalid %s argument".formatted(rule.function()));
        }
    }

    private static void list(Checked checked, Expr.ListLiteral list) {
        CelType first = null;
        for (int i = 0; i < list.elements().size(); i++) {
            Expr element = list.elements().get(i);
            CelType type = checked.type(element);
            CelType seen = list.optionals().contains(i) ? type.withoutOptional() : type;
            first = first == null ? seen : first;
            if (!first.equals(seen)) {
                mismatch(checked, element, first, seen);
                return;
            }
        }
    }

    private static void map(Checked checked, Expr.MapLiteral map) {
        CelType key = null;
        CelType value = null;
        for (Expr.MapEntry entry : map.entries()) {
            CelType keyType = checked.type(entry.key());
            CelType type = checked.type(entry.value());
            CelType valueType = entry.optional() ? type.withoutOptional() : type;
            key = key == null ? keyType : key;
            value = value == null ? valueType : value;
            if (!key.equals(keyType)) {
                mismatch(checked, entry.key(), key, keyType);
            }
            if (!value.equals(valueType)) {
                mismatch(checked, entry.value(), value, valueType);
            }
        }
    }

    private static void mismatch(Checked checked, Expr at, CelType expected, CelType actual) {
        checked.issues()
                .add(
                        checked.positions().of(at.id()),
                        "expected type '%s' but found '%s'"
                                .formatted(expected.display(), actual.display()));
    }
}
