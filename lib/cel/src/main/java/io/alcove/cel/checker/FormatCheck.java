package io.alcove.cel.checker;

import io.alcove.cel.library.StringFormat;
import io.alcove.cel.library.StringFormat.FormatException;
import io.alcove.cel.syntax.Expr;
import io.alcove.cel.type.CelType;
import io.alcove.cel.type.Kind;
import java.util.List;
import java.util.Set;

/** Checks the arguments of a format that is spelled out against its clauses. */
final class FormatCheck implements StringFormat.Clauses {

    private static final Set<Kind> TEXTS =
            Set.of(
                    Kind.LIST,
                    Kind.MAP,
                    Kind.INT,
                    Kind.UINT,
                    Kind.DOUBLE,
                    Kind.BOOL,
                    Kind.STRING,
                    Kind.TIMESTAMP,
                    Kind.BYTES,
                    Kind.DURATION,
                    Kind.TYPE,
                    Kind.NULL);
    private static final Set<Kind> INTEGERS = Set.of(Kind.INT, Kind.UINT);

    private final Checked checked;
    private final List<Expr> arguments;
    private int wrong = -1;

    private FormatCheck(Checked checked, List<Expr> arguments) {
        this.checked = checked;
        this.arguments = arguments;
    }

    static void check(Checked checked, Expr expr) {
        if (!(expr instanceof Expr.Call call)
                || !call.function().equals("format")
                || !(call.target() instanceof Expr.Literal literal)
                || !(literal.value() instanceof String format)
                || !(call.arguments().getFirst() instanceof Expr.ListLiteral list)) {
            return;
        }
        FormatCheck check = new FormatCheck(checked, list.elements());
        try {
            int asked = StringFormat.count(format, check);
            if (asked < list.elements().size()) {
                report(
                        checked,
                        call.id(),
                        "too many arguments supplied to string.format (expected %d, got %d)"
                                .formatted(asked, list.elements().size()));
            }
        } catch (FormatException e) {
            report(checked, check.wrong < 0 ? call.id() : check.wrong, e.text());
        }
    }

    private static void report(Checked checked, int id, String message) {
        checked.issues().add(checked.positions().of(id), message);
    }

    @Override
    public int size() {
        return arguments.size();
    }

    @Override
    public String clause(int argument, char verb, int precision) throws FormatException {
        Expr expr = arguments.get(argument);
        switch (verb) {
            case 's' ->
                    require(
                            expr,
                            TEXTS,
                            "string clause can only be used on strings, bools, bytes, ints,"
                                    + " doubles, maps, lists, types, durations, and timestamps");
            case 'd' -> require(expr, INTEGERS, "decimal clause can only be used on integers");
            case 'f' ->
                    require(
                            expr,
                            Set.of(Kind.DOUBLE, Kind.STRING),
                            "fixed-point clause can only be used on doubles");
            case 'e' ->
                    require(
                            expr,
                            Set.of(Kind.DOUBLE, Kind.STRING),
                            "scientific clause can only be used on doubles");
            case 'b' ->
                    require(
                            expr,
                            Set.of(Kind.INT, Kind.UINT, Kind.BOOL),
                            "only integers and bools can be formatted as binary");
            case 'x', 'X' ->
                    require(
                            expr,
                            Set.of(Kind.INT, Kind.UINT, Kind.STRING, Kind.BYTES),
                            "only integers, byte buffers, and strings can be formatted as hex");
            default -> require(expr, INTEGERS, "octal clause can only be used on integers");
        }
        return "";
    }

    private void require(Expr expr, Set<Kind> kinds, String rule) throws FormatException {
        CelType type = checked.type(expr);
        if (!type.isDyn() && !kinds.contains(type.kind())) {
            wrong = expr.id();
            throw StringFormat.wrongType(rule, type.name());
        }
    }
}
