package io.alcove.cel.library;

import io.alcove.cel.function.FunctionDeclaration;
import io.alcove.cel.function.Library;
import io.alcove.cel.function.Overload;
import io.alcove.cel.syntax.Expr;
import io.alcove.cel.syntax.Macro;
import io.alcove.cel.syntax.MacroException;
import io.alcove.cel.syntax.MacroNodes;
import io.alcove.cel.syntax.Operators;
import io.alcove.cel.type.CelType;
import io.alcove.cel.value.CelError;
import io.alcove.cel.value.GrowingMap;
import io.alcove.cel.value.MapValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Macros over index and element, or key and value. */
public final class TwoVariables {

    private static final String INSERT = "cel.@mapInsert";
    private static final String SIMPLE_NAME = "argument must be a simple name";

    private TwoVariables() {}

    public static Library library() {
        CelType key = CelType.parameter("K");
        CelType value = CelType.parameter("V");
        CelType map = CelType.map(key, value);
        return Library.of(
                        FunctionDeclaration.of(
                                INSERT,
                                Overload.global(
                                        "@mapInsert_map_key_value",
                                        List.of(map, key, value),
                                        map,
                                        a -> insert(a[0], a[1], a[2])),
                                Overload.global(
                                        "@mapInsert_map_map",
                                        List.of(map, map),
                                        map,
                                        a -> insertAll(a[0], (MapValue) a[1]))))
                .withMacros(
                        List.of(
                                Macro.receiver("all", 3, TwoVariables::all),
                                Macro.receiver("exists", 3, TwoVariables::exists),
                                Macro.receiver("existsOne", 3, TwoVariables::existsOne),
                                Macro.receiver("exists_one", 3, TwoVariables::existsOne),
                                Macro.receiver("transformList", 3, TwoVariables::transformList),
                                Macro.receiver("transformList", 4, TwoVariables::transformList),
                                Macro.receiver("transformMap", 3, TwoVariables::transformMap),
                                Macro.receiver("transformMap", 4, TwoVariables::transformMap),
                                Macro.receiver(
                                        "transformMapEntry", 3, TwoVariables::transformMapEntry),
                                Macro.receiver(
                                        "transformMapEntry", 4, TwoVariables::transformMapEntry)));
    }

    private static Object insert(Object map, Object key, Object value) {
        if (!(map instanceof GrowingMap growing)) {
            return CelError.NO_SUCH_OVERLOAD;
        }
        return growing.insert(key, value)
                ? growing
                : new CelError("insert failed: key %s already exists".formatted(key));
    }

    private static Object insertAll(Object map, MapValue more) {
        for (Object key : more.keys()) {
            Object value = more.find(key);
            Object inserted = value == null ? map : insert(map, key, value);
            if (inserted instanceof CelError) {
                return inserted;
            }
        }
        return map;
    }

    private record Names(String first, String second) {

        static Names of(List<Expr> arguments) throws MacroException {
            String first = MacroNodes.variable(arguments.get(0), SIMPLE_NAME);
            String second = MacroNodes.variable(arguments.get(1), SIMPLE_NAME);
            if (first.equals(second)) {
                throw new MacroException(arguments.get(1), "duplicate variable name: " + first);
            }
            return new Names(first, second);
        }

        Expr fold(
                MacroNodes nodes, @Nullable Expr target, Expr initial, Expr condition, Expr step) {
            return nodes.fold(MacroNodes.target(target), first, second, initial, condition, step);
        }
    }

    private static Expr all(MacroNodes nodes, @Nullable Expr target, List<Expr> arguments)
            throws MacroException {
        return Names.of(arguments)
                .fold(
                        nodes,
                        target,
                        nodes.literal(true),
                        nodes.call(Operators.NOT_STRICTLY_FALSE, nodes.accumulator()),
                        nodes.call(Operators.AND, nodes.accumulator(), arguments.get(2)));
    }

    private static Expr exists(MacroNodes nodes, @Nullable Expr target, List<Expr> arguments)
            throws MacroException {
        return Names.of(arguments)
                .fold(
                        nodes,
                        target,
                        nodes.literal(false),
                        nodes.call(
                                Operators.NOT_STRICTLY_FALSE,
                                nodes.call(Operators.NOT, nodes.accumulator())),
                        nodes.call(Operators.OR, nodes.accumulator(), arguments.get(2)));
    }

    private static Expr existsOne(MacroNodes nodes, @Nullable Expr target, List<Expr> arguments)
            throws MacroException {
        Names names = Names.of(arguments);
        Expr counted = nodes.call(Operators.ADD, nodes.accumulator(), nodes.literal(1L));
        return nodes.fold(
                MacroNodes.target(target),
                names.first(),
                names.second(),
                nodes.literal(0L),
                nodes.literal(true),
                nodes.call(Operators.CONDITIONAL, arguments.get(2), counted, nodes.accumulator()),
                nodes.call(Operators.EQUALS, nodes.accumulator(), nodes.literal(1L)));
    }

    private static Expr filtered(MacroNodes nodes, List<Expr> arguments, Expr step) {
        return arguments.size() == 4
                ? nodes.call(Operators.CONDITIONAL, arguments.get(2), step, nodes.accumulator())
                : step;
    }

    private static Expr transformList(MacroNodes nodes, @Nullable Expr target, List<Expr> arguments)
            throws MacroException {
        Expr step = nodes.call(Operators.ADD, nodes.accumulator(), nodes.list(arguments.getLast()));
        return Names.of(arguments)
                .fold(
                        nodes,
                        target,
                        nodes.list(),
                        nodes.literal(true),
                        filtered(nodes, arguments, step));
    }

    private static Expr transformMap(MacroNodes nodes, @Nullable Expr target, List<Expr> arguments)
            throws MacroException {
        Names names = Names.of(arguments);
        Expr step =
                nodes.call(
                        INSERT,
                        nodes.accumulator(),
                        nodes.ident(names.first()),
                        arguments.getLast());
        return names.fold(
                nodes, target, nodes.map(), nodes.literal(true), filtered(nodes, arguments, step));
    }

    private static Expr transformMapEntry(
            MacroNodes nodes, @Nullable Expr target, List<Expr> arguments) throws MacroException {
        Expr step = nodes.call(INSERT, nodes.accumulator(), arguments.getLast());
        return Names.of(arguments)
                .fold(
                        nodes,
                        target,
                        nodes.map(),
                        nodes.literal(true),
                        filtered(nodes, arguments, step));
    }
}
