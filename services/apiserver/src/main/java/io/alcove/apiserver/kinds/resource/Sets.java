package io.alcove.apiserver.kinds.resource;

import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Lists of a limited size, whose items have rules and may be told apart by a key. */
final class Sets {

    private Sets() {}

    /** Whether the items were looked at: a list that is too long is not. */
    static boolean list(Inspection list, int most, Consumer<Inspection> rule) {
        if (list.size() > most) {
            list.add(StatusCause.tooMany(list.path(), list.size(), most));
            return false;
        }
        list.each(rule);
        return true;
    }

    static void distinct(
            Inspection list,
            int most,
            Consumer<Inspection> rule,
            Function<Inspection, String> key) {
        if (!list(list, most, rule)) {
            return;
        }
        Set<String> seen = new HashSet<>();
        list.each(
                item -> {
                    if (!seen.add(key.apply(item))) {
                        item.duplicate(key.apply(item));
                    }
                });
    }
}
