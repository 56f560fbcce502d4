package io.alcove.cel.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the nodes of a macro's expansion, all of them at the place of its call. */
public final class MacroNodes {

    /** The accumulator's name, which no source can spell. */
    public static final String ACCUMULATOR = "@result";

    private static final String FORMER_ACCUMULATOR = "__result__";

    private final Positions positions;
    private final Location location;

    MacroNodes(Positions positions, Location location) {
        this.positions = positions;
        this.location = location;
    }

    private int id() {
        return positions.next(location);
    }

    public Expr literal(Object value) {
        return new Expr.Literal(id(), value);
    }

    public Expr ident(String name) {
        return new Expr.Ident(id(), name);
    }

    public Expr accumulator() {
        return ident(ACCUMULATOR);
    }

    public Expr list(Expr... elements) {
        return new Expr.ListLiteral(id(), List.of(elements), List.of());
    }

    public Expr map() {
        return new Expr.MapLiteral(id(), List.of());
    }

    public Expr call(String function, Expr... arguments) {
        return new Expr.Call(id(), function, arguments);
    }

    public Expr memberCall(String function, Expr target, Expr... arguments) {
        return new Expr.Call(id(), target, function, List.of(arguments));
    }

    public Expr presenceTest(Expr.Select select) {
        return new Expr.Select(id(), select.operand(), select.field(), true);
    }

    /** A fold whose accumulator has the hidden name. */
    public Expr fold(
            Expr range, String first, String second, Expr initial, Expr condition, Expr step) {
        return fold(range, first, second, initial, condition, step, accumulator());
    }

    public Expr fold(
            Expr range,
            String first,
            String second,
            Expr initial,
            Expr condition,
            Expr step,
            Expr result) {
        return new Expr.Comprehension(
                id(), range, first, second, ACCUMULATOR, initial, condition, step, result);
    }

    /** Names the value of an expression within another one. */
    public Expr bind(String name, Expr value, Expr within) {
        return new Expr.Comprehension(
                id(), list(), "#unused", "", name, value, literal(false), ident(name), within);
    }

    /** The same expression once more, under ids of its own. */
    public Expr copy(Expr expr) {
        return new ExprCopy(positions).of(expr);
    }

    /** The name that an argument declares. */
    public static String variable(Expr argument, String otherwise) throws MacroException {
        if (!(argument instanceof Expr.Ident(int _, String name))) {
            throw new MacroException(argument, otherwise);
        }
        if (name.equals(ACCUMULATOR) || name.equals(FORMER_ACCUMULATOR)) {
            throw new MacroException(
                    argument, "iteration variable overwrites accumulator variable");
        }
        return name;
    }

    /** What a receiver macro is called on. */
    public static Expr target(@Nullable Expr target) {
        return java.util.Objects.requireNonNull(target);
    }
}
