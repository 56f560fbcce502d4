package io.alcove.cel.interpreter;

import io.alcove.cel.value.CelError;
import io.alcove.cel.value.MapValue;
import java.util.HashMap;
import java.util.Map;

/** Whether a value is among constants. */
record SetMembership(Node value, MapValue set) implements Node {

    static SetMembership of(Node value, Iterable<Object> constants) {
        Map<Object, Object> set = new HashMap<>();
        constants.forEach(constant -> set.put(constant, true));
        return new SetMembership(value, MapValue.of(set));
    }

    @Override
    public Object eval(Evaluation evaluation) {
        Object sought = value.eval(evaluation);
        return sought instanceof CelError ? sought : (Object) (set.find(sought) != null);
    }
}
