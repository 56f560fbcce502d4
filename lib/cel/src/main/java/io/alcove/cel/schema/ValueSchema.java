package io.alcove.cel.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The schema of a value, as far as expressions depend on it. */
public interface ValueSchema {

    /** "object", "array", "string", "integer", "number", "boolean"; empty where any is allowed. */
    String type();

    String format();

    boolean nullable();

    boolean isIntOrString();

    boolean isEmbeddedResource();

    boolean preservesUnknownFields();

    /** "map", "set", "atomic" or empty. */
    String listType();

    List<String> listMapKeys();

    @Nullable ValueSchema items();

    @Nullable ValueSchema additionalProperties();

    Map<String, ValueSchema> properties();

    /** Whether it declares properties, even none. */
    default boolean hasProperties() {
        return !properties().isEmpty();
    }

    List<String> required();

    OptionalLong maxLength();

    OptionalLong maxItems();

    OptionalLong maxProperties();

    /** The allowed strings; empty where any is allowed. */
    List<String> allowedStrings();

    boolean hasDefault();

    default Optional<ValueSchema> property(String name) {
        return Optional.ofNullable(properties().get(name));
    }
}
