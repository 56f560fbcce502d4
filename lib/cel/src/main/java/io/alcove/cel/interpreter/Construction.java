package io.alcove.cel.interpreter;

import io.alcove.cel.cost.Factors;
import io.alcove.cel.value.CelError;
import io.alcove.cel.value.ListValue;
import io.alcove.cel.value.MapValue;
import io.alcove.cel.value.OptionalValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists, maps and objects that an expression makes. */
sealed interface Construction extends Node {

    /** A value that is left out where it is an optional without one. */
    private static Object unwrap(Object value, boolean optional, String what) {
        if (!optional) {
            return value;
        }
        return value instanceof OptionalValue(Object inner)
                ? (inner == null ? OptionalValue.NONE : inner)
                : new CelError("cannot initialize optional " + what + " from non-optional value");
    }

    record OfList(Node[] elements, Set<Integer> optionals) implements Construction {

        @Override
        public Object eval(Evaluation evaluation) {
            List<Object> values = new ArrayList<>(elements.length);
            for (int i = 0; i < elements.length; i++) {
                boolean optional = optionals.contains(i);
                Object value = unwrap(elements[i].eval(evaluation), optional, "list element");
                if (value instanceof CelError) {
                    return value;
                }
                if (!optional || !value.equals(OptionalValue.NONE)) {
                    values.add(value);
                }
            }
            evaluation.charge(Factors.LIST);
            return ListValue.of(values);
        }
    }

    record OfMap(Node[] keys, Node[] values, Set<Integer> optionals) implements Construction {

        @Override
        public Object eval(Evaluation evaluation) {
            Map<Object, Object> entries = new LinkedHashMap<>();
            for (int i = 0; i < keys.length; i++) {
                Object key = keys[i].eval(evaluation);
                if (key instanceof CelError) {
                    return key;
                }
                boolean optional = optionals.contains(i);
                Object value = unwrap(values[i].eval(evaluation), optional, "entry");
                if (value instanceof CelError) {
                    return value;
                }
                if (optional && value.equals(OptionalValue.NONE)) {
                    entries.remove(key);
                } else {
                    entries.put(key, value);
                }
            }
            evaluation.charge(Factors.MAP);
            return MapValue.of(entries);
        }
    }

    record OfStruct(
            String type,
            List<String> fields,
            Node[] values,
            Set<Integer> optionals,
            StructFactory factory)
            implements Construction {

        @Override
        public Object eval(Evaluation evaluation) {
            Map<String, Object> given = new LinkedHashMap<>();
            for (int i = 0; i < values.length; i++) {
                boolean optional = optionals.contains(i);
                Object value = unwrap(values[i].eval(evaluation), optional, "entry");
                if (value instanceof CelError) {
                    return value;
                }
                if (optional && value.equals(OptionalValue.NONE)) {
                    given.remove(fields.get(i));
                } else {
                    given.put(fields.get(i), value);
                }
            }
            evaluation.charge(Factors.STRUCT);
            return factory.create(type, given);
        }
    }
}
