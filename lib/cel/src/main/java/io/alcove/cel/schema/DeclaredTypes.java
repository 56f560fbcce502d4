package io.alcove.cel.schema;

import io.alcove.cel.type.CelType;
import io.alcove.cel.type.TypeProvider;
import java.util.Map;
import java.util.Optional;

/** The objects of a schema, by name. */
record DeclaredTypes(Map<String, DeclaredType> objects) implements TypeProvider {

    @Override
    public Optional<CelType> find(String name) {
        return Optional.ofNullable(objects.get(name)).map(DeclaredType::celType);
    }

    @Override
    public Optional<CelType> field(String type, String field) {
        return Optional.ofNullable(objects.get(type))
                .flatMap(object -> field(object, field))
                .map(DeclaredType::celType);
    }

    /** A reserved word may be named as it is: behind a dot it is no keyword. */
    private static Optional<DeclaredType> field(DeclaredType object, String field) {
        return Optional.ofNullable(object.fields().get(field))
                .or(
                        () ->
                                FieldNames.isReserved(field)
                                        ? Optional.ofNullable(
                                                object.fields().get("__" + field + "__"))
                                        : Optional.empty());
    }
}
