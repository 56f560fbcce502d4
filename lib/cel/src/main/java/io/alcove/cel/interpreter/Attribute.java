package io.alcove.cel.interpreter;

import io.alcove.cel.value.CelError;
import io.alcove.cel.value.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place that a value is read from: a variable or another value, and the way from there. */
sealed interface Attribute {

    /** The value or a CelError. What the way costs is charged, reading itself is not. */
    Object resolve(Evaluation evaluation);

    Attribute with(Qualifier qualifier);

    /** A variable given from outside. */
    record Global(String name, List<Qualifier> qualifiers) implements Attribute {

        @Override
        public Object resolve(Evaluation evaluation) {
            @Nullable Object value = evaluation.variables.find(name);
            if (value == null) {
                return new CelError("no such attribute(s): " + name);
            }
            return Qualifier.apply(evaluation, Values.of(value), qualifiers);
        }

        @Override
        public Attribute with(Qualifier qualifier) {
            return new Global(name, appended(qualifiers, qualifier));
        }
    }

    /** A fold's variable. */
    record Local(int slot, List<Qualifier> qualifiers) implements Attribute {

        @Override
        public Object resolve(Evaluation evaluation) {
            Object value = evaluation.locals[slot];
            if (value instanceof Fold.Pending pending) {
                value = pending.initialize(evaluation, slot);
            }
            return value == null
                    ? new CelError("no such attribute(s)")
                    : Qualifier.apply(evaluation, value, qualifiers);
        }

        @Override
        public Attribute with(Qualifier qualifier) {
            return new Local(slot, appended(qualifiers, qualifier));
        }
    }

    /** The result of an expression. */
    record Relative(Node operand, List<Qualifier> qualifiers) implements Attribute {

        @Override
        public Object resolve(Evaluation evaluation) {
            return Qualifier.apply(evaluation, operand.eval(evaluation), qualifiers);
        }

        @Override
        public Attribute with(Qualifier qualifier) {
            return new Relative(operand, appended(qualifiers, qualifier));
        }
    }

    /** One of two places. */
    record Conditional(Node condition, Attribute whenTrue, Attribute whenFalse)
            implements Attribute {

        @Override
        public Object resolve(Evaluation evaluation) {
            return switch (condition.eval(evaluation)) {
                case Boolean bool -> (bool ? whenTrue : whenFalse).resolve(evaluation);
                case CelError error -> error;
                default -> CelError.NO_SUCH_OVERLOAD;
            };
        }

        @Override
        public Attribute with(Qualifier qualifier) {
            return new Conditional(condition, whenTrue.with(qualifier), whenFalse.with(qualifier));
        }
    }

    private static List<Qualifier> appended(List<Qualifier> all, Qualifier one) {
        List<Qualifier> longer = new ArrayList<>(all);
        longer.add(one);
        return List.copyOf(longer);
    }
}
