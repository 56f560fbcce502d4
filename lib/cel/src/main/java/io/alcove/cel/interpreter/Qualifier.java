package io.alcove.cel.interpreter;

import io.alcove.cel.value.CelError;
import io.alcove.cel.value.OptionalValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step from a value to a part of it. */
sealed interface Qualifier {

    /** Whether the result is an optional. */
    boolean optional();

    /** The part or a CelError. */
    Object of(Evaluation evaluation, Object value);

    /** The part or a CelError; null where it is absent. */
    @Nullable Object ofOptional(Evaluation evaluation, Object value);

    /** A key that the expression spells out. */
    record Fixed(Object key, boolean optional) implements Qualifier {

        @Override
        public Object of(Evaluation evaluation, Object value) {
            evaluation.charge(1);
            return Access.get(value, key);
        }

        @Override
        public @Nullable Object ofOptional(Evaluation evaluation, Object value) {
            Object part = Access.find(value, key);
            if (part != null) {
                evaluation.charge(1);
            }
            return part;
        }
    }

    /** A key that is computed. */
    record Computed(Attribute key, boolean optional) implements Qualifier {

        @Override
        public Object of(Evaluation evaluation, Object value) {
            Object resolved = key.resolve(evaluation);
            evaluation.charge(1);
            return resolved instanceof CelError ? resolved : Access.get(value, resolved);
        }

        @Override
        public @Nullable Object ofOptional(Evaluation evaluation, Object value) {
            Object resolved = key.resolve(evaluation);
            if (resolved instanceof CelError) {
                return resolved;
            }
            Object part = Access.find(value, resolved);
            if (part != null) {
                evaluation.charge(1);
            }
            return part;
        }
    }

    /** Whether a field is there. */
    record Presence(String field) implements Qualifier {

        @Override
        public boolean optional() {
            return false;
        }

        @Override
        public Object of(Evaluation evaluation, Object value) {
            evaluation.charge(1);
            Object present = Access.has(value, field);
            return present;
        }

        @Override
        public @Nullable Object ofOptional(Evaluation evaluation, Object value) {
            evaluation.charge(1);
            Object present = Access.has(value, field);
            return present.equals(false) ? null : present;
        }
    }

    /** Goes all steps; once one is optional or starts from an optional, the result is one too. */
    static Object apply(Evaluation evaluation, Object from, List<Qualifier> qualifiers) {
        Object value = from;
        if (value instanceof CelError || qualifiers.isEmpty()) {
            return value;
        }
        boolean optional = false;
        if (value instanceof OptionalValue(@Nullable Object inner)) {
            if (inner == null) {
                return value;
            }
            optional = true;
            value = inner;
        }
        for (Qualifier qualifier : qualifiers) {
            optional |= qualifier.optional();
            Object part =
                    optional
                            ? qualifier.ofOptional(evaluation, value)
                            : qualifier.of(evaluation, value);
            if (part == null) {
                return OptionalValue.NONE;
            }
            if (part instanceof CelError) {
                return part;
            }
            value = part;
        }
        return optional ? OptionalValue.of(value) : value;
    }
}
