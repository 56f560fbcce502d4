package io.alcove.cel.checker;

import io.alcove.cel.function.Functions;
import io.alcove.cel.type.CelType;
import io.alcove.cel.type.TypeProvider;
import java.util.Map;

/**
 * What expressions may name.
 *
 * @param typeNames the types that can be named, by name
 * @param constants the types of constants by qualified name
 */
public record Declarations(
        Map<String, CelType> variables,
        Functions functions,
        Map<String, CelType> typeNames,
        Map<String, CelType> constants,
        TypeProvider types) {}
