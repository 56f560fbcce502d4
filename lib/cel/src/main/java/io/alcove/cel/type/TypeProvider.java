package io.alcove.cel.type;

import java.util.Optional;

/** The types with fields that an environment knows. */
public interface TypeProvider {

    TypeProvider NONE =
            new TypeProvider() {
                @Override
                public Optional<CelType> find(String name) {
                    return Optional.empty();
                }

                @Override
                public Optional<CelType> field(String type, String field) {
                    return Optional.empty();
                }
            };

    /** The type of that name; empty where there is none. */
    Optional<CelType> find(String name);

    /** The type of a field, by the name that expressions use for it. */
    Optional<CelType> field(String type, String field);

    /** A provider that asks this one first. */
    default TypeProvider or(TypeProvider other) {
        TypeProvider first = this;
        return new TypeProvider() {
            @Override
            public Optional<CelType> find(String name) {
                return first.find(name).or(() -> other.find(name));
            }

            @Override
            public Optional<CelType> field(String type, String field) {
                return first.find(type).isPresent()
                        ? first.field(type, field)
                        : other.field(type, field);
            }
        };
    }
}
