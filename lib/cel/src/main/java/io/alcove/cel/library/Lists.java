package io.alcove.cel.library;

import static io.alcove.cel.library.Types.A;
import static io.alcove.cel.library.Types.LIST_OF_A;
import static io.alcove.cel.type.CelType.BOOL;
import static io.alcove.cel.type.CelType.INT;

import io.alcove.cel.function.FunctionDeclaration;
import io.alcove.cel.function.Implementation;
import io.alcove.cel.function.Library;
import io.alcove.cel.function.Overload;
import io.alcove.cel.type.CelType;
import io.alcove.cel.value.CelError;
import io.alcove.cel.value.Equality;
import io.alcove.cel.value.ListValue;
import io.alcove.cel.value.UnsignedLong;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Kubernetes' functions of lists: isSorted, sum, min, max, indexOf, lastIndexOf. */
public final class Lists {

    record Named(String name, CelType type) {}

    private static final List<Named> COMPARABLE =
            List.of(
                    new Named("int", INT),
                    new Named("uint", CelType.UINT),
                    new Named("double", CelType.DOUBLE),
                    new Named("bool", BOOL),
                    new Named("duration", CelType.DURATION),
                    new Named("timestamp", CelType.TIMESTAMP),
                    new Named("string", CelType.STRING),
                    new Named("bytes", CelType.BYTES));

    private record Summable(Named named, Object zero) {}

    private static final List<Summable> SUMMABLE =
            List.of(
                    new Summable(COMPARABLE.get(0), 0L),
                    new Summable(COMPARABLE.get(1), new UnsignedLong(0)),
                    new Summable(COMPARABLE.get(2), 0.0),
                    new Summable(COMPARABLE.get(4), Duration.ZERO));

    private Lists() {}

    public static Library library() {
        return Library.of(
                comparing("isSorted", "is_sorted_bool", Lists::isSorted),
                comparing("max", "max_", l -> extreme((ListValue) l, "max", -1)),
                comparing("min", "min_", l -> extreme((ListValue) l, "min", 1)),
                sum(),
                FunctionDeclaration.of(
                        "indexOf",
                        Overload.memberBinary(
                                "list_a_index_of_int",
                                LIST_OF_A,
                                A,
                                INT,
                                (l, item) -> indexOf((ListValue) l, item))),
                FunctionDeclaration.of(
                        "lastIndexOf",
                        Overload.memberBinary(
                                "list_a_last_index_of_int",
                                LIST_OF_A,
                                A,
                                INT,
                                (l, item) -> lastIndexOf((ListValue) l, item))));
    }

    private static FunctionDeclaration comparing(
            String name, String id, Implementation.Unary implementation) {
        boolean sorted = name.equals("isSorted");
        List<Overload> overloads = new ArrayList<>();
        for (Named named : COMPARABLE) {
            overloads.add(
                    Overload.memberUnary(
                            "list_" + named.name() + "_" + id + (sorted ? "" : named.name()),
                            CelType.list(named.type()),
                            sorted ? BOOL : named.type(),
                            implementation));
        }
        return new FunctionDeclaration(name, overloads, true);
    }

    private static FunctionDeclaration sum() {
        List<Overload> overloads = new ArrayList<>();
        for (Summable summable : SUMMABLE) {
            Named named = summable.named();
            overloads.add(
                    Overload.memberUnary(
                            "list_%s_sum_%s".formatted(named.name(), named.name()),
                            CelType.list(named.type()),
                            named.type(),
                            l -> sum((ListValue) l, summable.zero())));
        }
        return new FunctionDeclaration("sum", overloads, true);
    }

    private static Object sum(ListValue list, Object zero) {
        Object sum = zero;
        for (int i = 0; i < list.size(); i++) {
            sum = Arithmetic.add(sum, list.get(i));
            if (sum instanceof CelError) {
                return sum;
            }
        }
        return sum;
    }

    private static Object isSorted(Object value) {
        ListValue list = (ListValue) value;
        for (int i = 1; i < list.size(); i++) {
            Object order = Comparisons.compare(list.get(i - 1), list.get(i));
            if (order instanceof CelError) {
                return order;
            }
            if ((Integer) order > 0) {
                return false;
            }
        }
        return true;
    }

    private static Object extreme(ListValue list, String name, int replaceWhen) {
        if (list.size() == 0) {
            return new CelError(name + " called on empty list");
        }
        Object found = list.get(0);
        for (int i = 1; i < list.size(); i++) {
            Object next = list.get(i);
            Object order = Comparisons.compare(found, next);
            if (order instanceof CelError) {
                return order;
            }
            if (Integer.signum((Integer) order) == replaceWhen) {
                found = next;
            }
        }
        return found;
    }

    private static Object indexOf(ListValue list, Object item) {
        for (int i = 0; i < list.size(); i++) {
            if (Equality.equal(list.get(i), item)) {
                return (long) i;
            }
        }
        return -1L;
    }

    private static Object lastIndexOf(ListValue list, Object item) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (Equality.equal(list.get(i), item)) {
                return (long) i;
            }
        }
        return -1L;
    }
}
