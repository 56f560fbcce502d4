package io.alcove.cel.interpreter;

import io.alcove.cel.value.CelError;

/**
 * Reads a place.
 *
 * @param cost of reading, beside that of the way there: one, or zero for presence tests and
 *     conditionals
 */
record Read(Attribute attribute, int cost) implements Node {

    @Override
    public Object eval(Evaluation evaluation) {
        Object value = attribute.resolve(evaluation);
        evaluation.charge(cost);
        return value;
    }

    /** Whether the place holds something: a presence test's result is a Boolean in any case. */
    record Present(Attribute attribute) implements Node {

        @Override
        public Object eval(Evaluation evaluation) {
            Object found = attribute.resolve(evaluation);
            if (found instanceof io.alcove.cel.value.OptionalValue optional) {
                return optional.isPresent();
            }
            return found instanceof CelError || found instanceof Boolean ? found : true;
        }
    }
}
