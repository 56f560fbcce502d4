package io.alcove.cel.function;

import io.alcove.cel.value.CelError;
import io.alcove.cel.value.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A function: its overloads in the order in which they are tried.
 *
 * @param guarded whether an overload is called only where its parameters take the arguments
 */
public record FunctionDeclaration(String name, List<Overload> overloads, boolean guarded) {

    public static FunctionDeclaration of(String name, Overload... overloads) {
        return new FunctionDeclaration(name, List.of(overloads), true);
    }

    /** One whose overloads check their arguments themselves, and share one implementation. */
    public static FunctionDeclaration unguarded(String name, List<Overload> overloads) {
        return new FunctionDeclaration(name, overloads, false);
    }

    FunctionDeclaration with(FunctionDeclaration more) {
        List<Overload> all = new ArrayList<>(overloads);
        all.addAll(more.overloads);
        return new FunctionDeclaration(name, all, guarded && more.guarded);
    }

    /** What a call does that may mean any of some overloads. */
    public Implementation dispatch(List<Overload> candidates) {
        if (!guarded) {
            return candidates.getFirst().implementation();
        }
        return arguments -> {
            for (Overload candidate : candidates) {
                if (candidate.takes(arguments)) {
                    return candidate.implementation().call(arguments);
                }
            }
            return noSuchOverload(arguments);
        };
    }

    private CelError noSuchOverload(Object[] arguments) {
        return new CelError(
                "no such overload: %s(%s)"
                        .formatted(
                                name,
                                Arrays.stream(arguments)
                                        .map(argument -> Values.type(argument).name())
                                        .collect(Collectors.joining(", "))));
    }
}
