package io.alcove.cel.library;

import static io.alcove.cel.library.Types.A;
import static io.alcove.cel.library.Types.LIST_OF_A;
import static io.alcove.cel.type.CelType.INT;

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
import io.alcove.cel.value.Equality;
import io.alcove.cel.value.ListValue;
import io.alcove.cel.value.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The language's extension of lists: slice, flatten, sort, sortBy, range, reverse, distinct. */
public final class MoreLists {

    private static final String SORT_BY = "@sortByAssociatedKeys";
    private static final String INPUT = "@__sortBy_input__";
    private static final List<CelType> COMPARABLE =
            List.of(
                    INT,
                    CelType.UINT,
                    CelType.DOUBLE,
                    CelType.BOOL,
                    CelType.DURATION,
                    CelType.TIMESTAMP,
                    CelType.STRING,
                    CelType.BYTES);

    private MoreLists() {}

    public static Library library() {
        List<Overload> sort = new ArrayList<>();
        List<Overload> sortBy = new ArrayList<>();
        for (CelType type : COMPARABLE) {
            CelType list = CelType.list(type);
            sort.add(
                    Overload.memberUnary(
                            "list_" + type.name() + "_sort",
                            list,
                            list,
                            l -> sort((ListValue) l, (ListValue) l)));
            sortBy.add(
                    Overload.memberBinary(
                            "list_" + type.name() + "_sortByAssociatedKeys",
                            LIST_OF_A,
                            list,
                            LIST_OF_A,
                            (l, keys) -> sort((ListValue) l, (ListValue) keys)));
        }
        CelType lists = CelType.list(LIST_OF_A);
        CelType dyns = CelType.list(CelType.DYN);
        return Library.of(
                        FunctionDeclaration.of(
                                "slice",
                                Overload.member(
                                        "list_slice",
                                        List.of(LIST_OF_A, INT, INT),
                                        LIST_OF_A,
                                        a -> slice((ListValue) a[0], (Long) a[1], (Long) a[2]))),
                        FunctionDeclaration.of(
                                "flatten",
                                Overload.memberUnary(
                                        "list_flatten",
                                        lists,
                                        LIST_OF_A,
                                        l -> flatten((ListValue) l, 1)),
                                Overload.memberBinary(
                                        "list_flatten_int",
                                        dyns,
                                        INT,
                                        dyns,
                                        (l, depth) -> flatten((ListValue) l, (Long) depth))),
                        new FunctionDeclaration("sort", sort, false),
                        new FunctionDeclaration(SORT_BY, sortBy, false),
                        FunctionDeclaration.of(
                                "lists.range",
                                Overload.unary(
                                        "lists_range",
                                        INT,
                                        CelType.list(INT),
                                        n -> new RangeList((Long) n))),
                        FunctionDeclaration.of(
                                "reverse",
                                Overload.memberUnary(
                                        "list_reverse", LIST_OF_A, LIST_OF_A, MoreLists::reverse)),
                        FunctionDeclaration.of(
                                "distinct",
                                Overload.memberUnary(
                                        "list_distinct",
                                        CelType.list(A),
                                        LIST_OF_A,
                                        MoreLists::distinct)))
                .withMacros(List.of(Macro.receiver("sortBy", 2, MoreLists::sortBy)));
    }

    /** The numbers from zero, none of them stored. */
    private record RangeList(long end) implements ListValue {

        @Override
        public int size() {
            return (int) Math.max(0, Math.min(end, Integer.MAX_VALUE));
        }

        @Override
        public Object get(int index) {
            return (long) index;
        }
    }

    private static Object slice(ListValue list, long start, long end) {
        String call = "cannot slice(%d, %d), ".formatted(start, end);
        if (start < 0 || end < 0) {
            return new CelError(call + "negative indexes not supported");
        }
        if (start > end) {
            return new CelError(call + "start index must be less than or equal to end index");
        }
        return list.size() < end
                ? new CelError(call + "list is length " + list.size())
                : ListValue.of(list.toList().subList((int) start, (int) end));
    }

    private static Object flatten(ListValue list, long depth) {
        if (depth < 0) {
            return new CelError("level must be non-negative");
        }
        List<Object> flat = new ArrayList<>();
        flatten(list, depth, flat);
        return ListValue.of(flat);
    }

    private static void flatten(ListValue list, long depth, List<Object> flat) {
        for (Object element : list.toList()) {
            if (element instanceof ListValue nested && depth > 0) {
                flatten(nested, depth - 1, flat);
            } else {
                flat.add(element);
            }
        }
    }

    private static Object reverse(Object list) {
        return ListValue.of(((ListValue) list).toList().reversed());
    }

    private static Object distinct(Object list) {
        List<Object> unique = new ArrayList<>();
        for (Object element : ((ListValue) list).toList()) {
            if (unique.stream().noneMatch(seen -> Equality.equal(element, seen))) {
                unique.add(element);
            }
        }
        return ListValue.of(unique);
    }

    private static Object sort(ListValue list, ListValue keys) {
        if (list.size() != keys.size()) {
            return new CelError(
                    ("@sortByAssociatedKeys() expected a list of the same size as the associated"
                                    + " keys list, but got %d and %d elements respectively")
                            .formatted(list.size(), keys.size()));
        }
        if (list.size() == 0) {
            return list;
        }
        if (!Comparisons.isOrdered(keys.get(0))) {
            return new CelError("list elements must be comparable");
        }
        CelType type = Values.type(keys.get(0));
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (!Values.type(keys.get(i)).equals(type)) {
                return new CelError("list elements must have the same type");
            }
            order.add(i);
        }
        Collections.sort(order, (i, j) -> compare(keys.get(i), keys.get(j)));
        return ListValue.of(order.stream().map(list::get).toList());
    }

    private static int compare(Object one, Object other) {
        return Comparisons.compare(one, other) instanceof Integer order ? order : 0;
    }

    private static Expr sortBy(MacroNodes nodes, @Nullable Expr target, List<Expr> arguments)
            throws MacroException {
        Expr of = MacroNodes.target(target);
        if (of instanceof Expr.Literal || of instanceof Expr.MapLiteral) {
            throw new MacroException(
                    of,
                    "sortBy can only be applied to a list, identifier, comprehension, call or"
                            + " select expression");
        }
        String variable =
                MacroNodes.variable(arguments.getFirst(), "argument is not an identifier");
        Expr keys =
                nodes.fold(
                        nodes.ident(INPUT),
                        variable,
                        "",
                        nodes.list(),
                        nodes.literal(true),
                        nodes.call(
                                Operators.ADD, nodes.accumulator(), nodes.list(arguments.get(1))));
        return nodes.bind(INPUT, of, nodes.memberCall(SORT_BY, nodes.ident(INPUT), keys));
    }
}
