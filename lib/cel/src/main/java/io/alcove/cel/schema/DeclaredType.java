package io.alcove.cel.schema;

import io.alcove.cel.cost.Range;
import io.alcove.cel.cost.SizeSource;
import io.alcove.cel.type.CelType;
import io.alcove.cel.type.TypeProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The type that a schema gives to values, with what bounds their size.
 *
 * @param name of an object's type, "object" until {@link #named} gives it one
 * @param fields of an object, by escaped name
 * @param key of a map
 * @param element of a list or map
 * @param maxElements the greatest length of a string, or number of elements
 * @param minSerializedSize the length of its shortest JSON, in bytes
 */
public record DeclaredType(
        Kind kind,
        String name,
        CelType scalar,
        Map<String, DeclaredType> fields,
        @Nullable DeclaredType key,
        @Nullable DeclaredType element,
        long maxElements,
        long minSerializedSize) {

    /** What is made of other types, and what is not. */
    public enum Kind {
        SCALAR,
        LIST,
        MAP,
        OBJECT
    }

    static final String UNNAMED = "object";

    /** The greatest request that is taken, in bytes. */
    static final long MAX_REQUEST = 3 * 1024 * 1024;

    public static DeclaredType scalar(CelType type, long maxElements, long minSerializedSize) {
        return new DeclaredType(
                Kind.SCALAR,
                type.name(),
                type,
                Map.of(),
                null,
                null,
                maxElements,
                minSerializedSize);
    }

    public static DeclaredType list(DeclaredType element, long maxElements) {
        return new DeclaredType(
                Kind.LIST, "list", CelType.LIST, Map.of(), null, element, maxElements, 2);
    }

    public static DeclaredType map(DeclaredType key, DeclaredType element, long maxElements) {
        return new DeclaredType(
                Kind.MAP, "map", CelType.MAP, Map.of(), key, element, maxElements, 2);
    }

    /** An object whose type has a name of its own. */
    public static DeclaredType object(String name, Map<String, DeclaredType> fields) {
        return object(name, fields, 2);
    }

    static DeclaredType object(
            String name, Map<String, DeclaredType> fields, long minSerializedSize) {
        return new DeclaredType(
                Kind.OBJECT,
                name,
                CelType.struct(name),
                new TreeMap<>(fields),
                null,
                null,
                0,
                minSerializedSize);
    }

    /** The type of a schema's values; empty where expressions cannot see them. */
    public static Optional<DeclaredType> of(ValueSchema schema, boolean resourceRoot) {
        return Optional.ofNullable(SchemaTypes.type(schema, resourceRoot));
    }

    /** The same type, objects in it named by where they stand under a root of that name. */
    public DeclaredType named(String root) {
        return switch (kind) {
            case SCALAR -> this;
            case LIST -> list(element().named(root + ".@idx"), maxElements);
            case MAP -> map(key(), element().named(root + ".@elem"), maxElements);
            case OBJECT -> {
                String own = name.equals(UNNAMED) ? root : name;
                Map<String, DeclaredType> renamed = new HashMap<>();
                fields.forEach((f, type) -> renamed.put(f, type.named(own + "." + f)));
                yield object(own, renamed, minSerializedSize);
            }
        };
    }

    @Override
    public DeclaredType key() {
        return java.util.Objects.requireNonNull(key);
    }

    @Override
    public DeclaredType element() {
        return java.util.Objects.requireNonNull(element);
    }

    public CelType celType() {
        return switch (kind) {
            case SCALAR -> scalar;
            case LIST -> CelType.list(element().celType());
            case MAP -> CelType.map(key().celType(), element().celType());
            case OBJECT -> CelType.struct(name);
        };
    }

    /** Knows the objects of this type. */
    public TypeProvider provider() {
        Map<String, DeclaredType> objects = new HashMap<>();
        collect(objects);
        return new DeclaredTypes(objects);
    }

    private void collect(Map<String, DeclaredType> objects) {
        switch (kind) {
            case SCALAR -> {}
            case LIST, MAP -> element().collect(objects);
            case OBJECT -> {
                objects.put(name, this);
                fields.values().forEach(field -> field.collect(objects));
            }
        }
    }

    /** Sizes of the values below a variable of this type, whatever its name. */
    public SizeSource sizes() {
        return path -> path.isEmpty() ? Optional.empty() : size(path.subList(1, path.size()));
    }

    private Optional<Range> size(List<String> path) {
        DeclaredType at = this;
        for (String step : path) {
            at =
                    switch (step) {
                        case "@items", "@values" -> at.element;
                        case "@keys" -> at.key;
                        default -> at.fields.get(step);
                    };
            if (at == null) {
                return Optional.empty();
            }
        }
        return Optional.of(Range.upTo(at.maxElements));
    }

    /** How often a value of this type may occur in one request. */
    public long maxCardinality() {
        return MAX_REQUEST / (minSerializedSize + 1);
    }
}
