package io.alcove.cel.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The macros of the language: has, all, exists, exists_one, map, filter. */
public final class StandardMacros {

    public static final List<Macro> ALL =
            List.of(
                    Macro.global("has", 1, StandardMacros::has),
                    Macro.receiver("all", 2, StandardMacros::all),
                    Macro.receiver("exists", 2, StandardMacros::exists),
                    Macro.receiver("exists_one", 2, StandardMacros::existsOne),
                    Macro.receiver("existsOne", 2, StandardMacros::existsOne),
                    Macro.receiver("map", 2, StandardMacros::map),
                    Macro.receiver("map", 3, StandardMacros::map),
                    Macro.receiver("filter", 2, StandardMacros::filter));

    private static final String SIMPLE_NAME = "argument must be a simple name";
    private static final String IDENTIFIER = "argument is not an identifier";

    private StandardMacros() {}

    private static Expr has(MacroNodes nodes, @Nullable Expr target, List<Expr> arguments)
            throws MacroException {
        if (arguments.getFirst() instanceof Expr.Select select) {
            return nodes.presenceTest(select);
        }
        throw new MacroException(arguments.getFirst(), "invalid argument to has() macro");
    }

    private static Expr all(MacroNodes nodes, @Nullable Expr target, List<Expr> arguments)
            throws MacroException {
        String variable = MacroNodes.variable(arguments.getFirst(), SIMPLE_NAME);
        return nodes.fold(
                MacroNodes.target(target),
                variable,
                "",
                nodes.literal(true),
                nodes.call(Operators.NOT_STRICTLY_FALSE, nodes.accumulator()),
                nodes.call(Operators.AND, nodes.accumulator(), arguments.get(1)));
    }

    private static Expr exists(MacroNodes nodes, @Nullable Expr target, List<Expr> arguments)
            throws MacroException {
        String variable = MacroNodes.variable(arguments.getFirst(), SIMPLE_NAME);
        return nodes.fold(
                MacroNodes.target(target),
                variable,
                "",
                nodes.literal(false),
                nodes.call(
                        Operators.NOT_STRICTLY_FALSE,
                        nodes.call(Operators.NOT, nodes.accumulator())),
                nodes.call(Operators.OR, nodes.accumulator(), arguments.get(1)));
    }

    private static Expr existsOne(MacroNodes nodes, @Nullable Expr target, List<Expr> arguments)
            throws MacroException {
        String variable = MacroNodes.variable(arguments.getFirst(), SIMPLE_NAME);
        Expr counted = nodes.call(Operators.ADD, nodes.accumulator(), nodes.literal(1L));
        return nodes.fold(
                MacroNodes.target(target),
                variable,
                "",
                nodes.literal(0L),
                nodes.literal(true),
                nodes.call(Operators.CONDITIONAL, arguments.get(1), counted, nodes.accumulator()),
                nodes.call(Operators.EQUALS, nodes.accumulator(), nodes.literal(1L)));
    }

    private static Expr map(MacroNodes nodes, @Nullable Expr target, List<Expr> arguments)
            throws MacroException {
        String variable = MacroNodes.variable(arguments.getFirst(), IDENTIFIER);
        Expr step = nodes.call(Operators.ADD, nodes.accumulator(), nodes.list(arguments.getLast()));
        if (arguments.size() == 3) {
            step = nodes.call(Operators.CONDITIONAL, arguments.get(1), step, nodes.accumulator());
        }
        return nodes.fold(
                MacroNodes.target(target), variable, "", nodes.list(), nodes.literal(true), step);
    }

    private static Expr filter(MacroNodes nodes, @Nullable Expr target, List<Expr> arguments)
            throws MacroException {
        String variable = MacroNodes.variable(arguments.getFirst(), IDENTIFIER);
        Expr kept =
                nodes.call(Operators.ADD, nodes.accumulator(), nodes.list(arguments.getFirst()));
        return nodes.fold(
                MacroNodes.target(target),
                variable,
                "",
                nodes.list(),
                nodes.literal(true),
                nodes.call(Operators.CONDITIONAL, arguments.get(1), kept, nodes.accumulator()));
    }
}
