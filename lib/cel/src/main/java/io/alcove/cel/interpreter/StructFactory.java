package io.alcove.cel.interpreter;

import io.alcove.cel.value.CelError;
import java.util.Map;

/** Makes the objects that expressions spell out: {@code Type{field: value}}. */
@FunctionalInterface
public interface StructFactory {

    StructFactory NONE = (type, fields) -> new CelError("unknown type '%s'".formatted(type));

    /** A value, or a CelError. */
    Object create(String type, Map<String, Object> fields);
}
