package io.alcove.cel.library;

import io.alcove.cel.function.FunctionDeclaration;
import io.alcove.cel.function.Implementation;
import io.alcove.cel.function.Library;
import io.alcove.cel.function.Overload;
import io.alcove.cel.type.CelType;
import io.alcove.cel.value.ListValue;
import java.util.List;
import java.util.function.BiPredicate;

/** Lists as sets. */
public final class Sets {

    private Sets() {}

    public static Library library() {
        return Library.of(
                function("contains", Sets::contains),
                function("equivalent", (a, b) -> contains(a, b) && contains(b, a)),
                function("intersects", Sets::intersects));
    }

    private static FunctionDeclaration function(
            String name, BiPredicate<ListValue, ListValue> test) {
        CelType list = CelType.list(CelType.parameter("T"));
        Implementation.Binary implementation = (a, b) -> test.test((ListValue) a, (ListValue) b);
        return FunctionDeclaration.of(
                "sets." + name,
                Overload.global(
                        "list_sets_%s_list".formatted(name),
                        List.of(list, list),
                        CelType.BOOL,
                        implementation));
    }

    private static boolean contains(ListValue all, ListValue some) {
        return some.toList().stream().allMatch(value -> Aggregates.contains(all, value));
    }

    private static boolean intersects(ListValue one, ListValue other) {
        return one.toList().stream().anyMatch(value -> Aggregates.contains(other, value));
    }
}
