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
                .map(object -> object.fields().get(field))
                .map(DeclaredType::celType);
    }
}
