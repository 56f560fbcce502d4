package io.alcove.cel;

/** What compiling an expression gave. */
public sealed interface Compilation {

    /** Where it failed: upstream says it in different words. */
    enum Phase {
        /** Syntax and types: "compilation failed: " and the message. */
        CHECK,
        /** A constant that cannot be computed: "program instantiation failed: " and the message. */
        PLAN
    }

    record Compiled(CelProgram program) implements Compilation {}

    /**
     * @param message "ERROR: &lt;input&gt;:1:6: undeclared reference to ..." with the line and a
     *     mark; several errors each on lines of their own
     */
    record Failed(Phase phase, String message) implements Compilation {

        /** With upstream's words for the phase before it. */
        public String text() {
            return switch (phase) {
                case CHECK -> "compilation failed: " + message;
                case PLAN -> "program instantiation failed: " + message;
            };
        }
    }
}
