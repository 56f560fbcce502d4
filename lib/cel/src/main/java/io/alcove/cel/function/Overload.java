package io.alcove.cel.function;

import io.alcove.cel.type.CelType;
import io.alcove.cel.type.Kind;
import io.alcove.cel.value.Values;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One way to call a function.
 *
 * @param id what costs are looked up by
 * @param member whether the first parameter is what it is called on
 */
public record Overload(
        String id,
        boolean member,
        List<CelType> parameters,
        CelType result,
        Implementation implementation) {

    public static Overload global(
            String id, List<CelType> parameters, CelType result, Implementation implementation) {
        return new Overload(id, false, parameters, result, implementation);
    }

    public static Overload member(
            String id, List<CelType> parameters, CelType result, Implementation implementation) {
        return new Overload(id, true, parameters, result, implementation);
    }

    public static Overload unary(
            String id, CelType parameter, CelType result, Implementation.Unary implementation) {
        return global(id, List.of(parameter), result, implementation);
    }

    public static Overload memberUnary(
            String id, CelType target, CelType result, Implementation.Unary implementation) {
        return member(id, List.of(target), result, implementation);
    }

    public static Overload memberBinary(
            String id,
            CelType target,
            CelType parameter,
            CelType result,
            Implementation.Binary implementation) {
        return member(id, List.of(target, parameter), result, implementation);
    }

    /** The names of the type parameters that it uses. */
    public Set<String> typeParameters() {
        Set<String> names = new LinkedHashSet<>();
        parameters.forEach(parameter -> collect(parameter, names));
        collect(result, names);
        return names;
    }

    private static void collect(CelType type, Set<String> names) {
        if (type.is(Kind.TYPE_PARAMETER)) {
            names.add(type.name());
        }
        type.parameters().forEach(parameter -> collect(parameter, names));
    }

    /** Whether it takes these arguments; element types are not known of values. */
    public boolean takes(Object[] arguments) {
        if (arguments.length != parameters.size()) {
            return false;
        }
        for (int i = 0; i < arguments.length; i++) {
            CelType parameter = parameters.get(i);
            if (!parameter.isDyn()
                    && !parameter.is(Kind.TYPE_PARAMETER)
                    && !sameKind(parameter, Values.type(arguments[i]))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameKind(CelType parameter, CelType actual) {
        return parameter.kind() == actual.kind() && parameter.name().equals(actual.name());
    }
}
