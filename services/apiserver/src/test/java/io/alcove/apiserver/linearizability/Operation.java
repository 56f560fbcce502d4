package io.alcove.apiserver.linearizability;

/**
 * One request for one object, and its answer. The values of all writes differ, so that a value says
 * which write it is of.
 *
 * @param expected the value that the writer had read before; empty where there was none
 * @param written what the object holds after the write; empty where it is gone
 * @param startNanos before the request was sent
 * @param endNanos after its answer; {@link Long#MAX_VALUE} where there was none
 */
record Operation(
        Kind kind,
        String key,
        String expected,
        String written,
        Answer answer,
        String read,
        long revision,
        long startNanos,
        long endNanos) {

    static final String ABSENT = "";

    enum Kind {
        CREATE,
        UPDATE,
        DELETE,
        READ
    }

    enum Answer {
        DONE,
        /** The object is there, or another than expected. */
        CONFLICT,
        MISSING,
        /** No answer, or one that does not tell whether it happened. */
        UNKNOWN
    }

    boolean isWrite() {
        return kind != Kind.READ;
    }

    /** Whether the answer is right where the object holds this. */
    boolean explains(String state) {
        return switch (answer) {
            case DONE -> kind == Kind.READ ? read.equals(state) : expected.equals(state);
            case CONFLICT -> !state.equals(expected) && !state.equals(ABSENT);
            case MISSING -> state.equals(ABSENT);
            case UNKNOWN -> true;
        };
    }

    /** What the object holds after it. */
    String after(String state) {
        boolean happens =
                isWrite()
                        && (answer == Answer.DONE
                                || (answer == Answer.UNKNOWN && expected.equals(state)));
        return happens ? written : state;
    }
}
