package io.alcove.cel.interpreter;

import io.alcove.cel.value.CelError;
import io.alcove.cel.value.GrowingList;
import io.alcove.cel.value.GrowingMap;
import io.alcove.cel.value.ListValue;
import io.alcove.cel.value.MapValue;
import io.alcove.cel.value.Values;

/**
 * Goes through a list or map.
 *
 * @param first the slot of the element, key or index
 * @param second the slot of the second variable; -1 where there is none
 */
record Fold(
        Node range,
        int first,
        int second,
        int accumulator,
        Node initial,
        Node condition,
        Node step,
        Node result)
        implements Node {

    /** The accumulator's value, computed when it is first read. */
    record Pending(Node initial) {

        Object initialize(Evaluation evaluation, int slot) {
            Object value =
                    switch (initial.eval(evaluation)) {
                        case ListValue list when list.size() == 0 -> new GrowingList();
                        case MapValue map when map.size() == 0 -> new GrowingMap();
                        case Object other -> other;
                    };
            evaluation.locals[slot] = value;
            return value;
        }
    }

    @Override
    public Object eval(Evaluation evaluation) {
        Object over = range.eval(evaluation);
        if (over instanceof CelError) {
            return over;
        }
        evaluation.locals[accumulator] = new Pending(initial);
        switch (over) {
            case ListValue list -> list(evaluation, list);
            case MapValue map -> map(evaluation, map);
            default -> {
                return new CelError(
                        "got '%s', expected iterable type".formatted(Values.type(over).name()));
            }
        }
        return finished(result.eval(evaluation));
    }

    private void list(Evaluation evaluation, ListValue list) {
        for (int i = 0; i < list.size(); i++) {
            Object element = list.get(i);
            boolean more =
                    second < 0
                            ? goOn(evaluation, element, element)
                            : goOn(evaluation, (long) i, element);
            if (!more) {
                return;
            }
        }
    }

    private void map(Evaluation evaluation, MapValue map) {
        for (Object key : map.keys()) {
            Object value = second < 0 ? key : map.find(key);
            if (value == null || !goOn(evaluation, key, value)) {
                return;
            }
        }
    }

    /** One step; false where the condition ends the fold. */
    private boolean goOn(Evaluation evaluation, Object one, Object two) {
        evaluation.locals[first] = one;
        if (second >= 0) {
            evaluation.locals[second] = two;
        }
        if (condition.eval(evaluation).equals(false)) {
            return false;
        }
        evaluation.locals[accumulator] = step.eval(evaluation);
        evaluation.step();
        return true;
    }

    private static Object finished(Object value) {
        return switch (value) {
            case GrowingList list -> list.done();
            case GrowingMap map -> map.done();
            default -> value;
        };
    }
}
