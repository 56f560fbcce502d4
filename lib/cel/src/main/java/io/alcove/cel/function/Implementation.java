package io.alcove.cel.function;

/** What a function does. It returns a value, or a CelError. */
@FunctionalInterface
public interface Implementation {

    Object call(Object[] arguments);

    /** Of one argument. */
    @FunctionalInterface
    interface Unary extends Implementation {
        Object call(Object argument);

        @Override
        default Object call(Object[] arguments) {
            return call(arguments[0]);
        }
    }

    /** Of two arguments. */
    @FunctionalInterface
    interface Binary extends Implementation {
        Object call(Object first, Object second);

        @Override
        default Object call(Object[] arguments) {
            return call(arguments[0], arguments[1]);
        }
    }
}
