package io.alcove.cel.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that stands for another expression.
 *
 * @param receiver whether it is called on a target
 */
public record Macro(String name, boolean receiver, int arguments, Expander expander) {

    /** Makes the expression; null where the call is an ordinary one after all. */
    @FunctionalInterface
    public interface Expander {
        @Nullable Expr expand(MacroNodes nodes, @Nullable Expr target, List<Expr> arguments)
                throws MacroException;
    }

    public static Macro global(String name, int arguments, Expander expander) {
        return new Macro(name, false, arguments, expander);
    }

    public static Macro receiver(String name, int arguments, Expander expander) {
        return new Macro(name, true, arguments, expander);
    }

    String key() {
        return key(name, receiver, arguments);
    }

    static String key(String name, boolean receiver, int arguments) {
        return name + (receiver ? "." : "(") + arguments;
    }
}
