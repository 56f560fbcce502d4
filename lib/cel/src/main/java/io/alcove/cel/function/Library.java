package io.alcove.cel.function;

import io.alcove.cel.syntax.Macro;
import io.alcove.cel.type.CelType;
import java.util.List;
import java.util.Map;

/**
 * Functions, macros, type names and constants that belong together.
 *
 * @param types what an expression may name as a type
 * @param constants values by their qualified names
 */
public record Library(
        List<FunctionDeclaration> functions,
        List<Macro> macros,
        List<CelType> types,
        Map<String, Object> constants) {

    public static Library of(FunctionDeclaration... functions) {
        return new Library(List.of(functions), List.of(), List.of(), Map.of());
    }

    public Library withTypes(CelType... more) {
        return new Library(functions, macros, List.of(more), constants);
    }

    public Library withMacros(List<Macro> more) {
        return new Library(functions, more, types, constants);
    }
}
