package io.alcove.cel.type;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A type of the expression language, also the value of {@code type(x)}.
 *
 * @param name the runtime name ("int", "list", "google.protobuf.Timestamp", "kubernetes.URL")
 * @param parameters element, key and value types, or those of an opaque type
 */
public record CelType(Kind kind, String name, List<CelType> parameters) {

    public static final CelType DYN = simple(Kind.DYN, "dyn");
    public static final CelType ANY = simple(Kind.ANY, "google.protobuf.Any");
    public static final CelType BOOL = simple(Kind.BOOL, "bool");
    public static final CelType BYTES = simple(Kind.BYTES, "bytes");
    public static final CelType DOUBLE = simple(Kind.DOUBLE, "double");
    public static final CelType DURATION = simple(Kind.DURATION, "google.protobuf.Duration");
    public static final CelType ERROR = simple(Kind.ERROR, "error");
    public static final CelType INT = simple(Kind.INT, "int");
    public static final CelType NULL = simple(Kind.NULL, "null_type");
    public static final CelType STRING = simple(Kind.STRING, "string");
    public static final CelType TIMESTAMP = simple(Kind.TIMESTAMP, "google.protobuf.Timestamp");
    public static final CelType TYPE = simple(Kind.TYPE, "type");
    public static final CelType UINT = simple(Kind.UINT, "uint");

    /** The types of values whose element types are not known, as {@code type(x)} names them. */
    public static final CelType LIST = simple(Kind.LIST, "list");

    public static final CelType MAP = simple(Kind.MAP, "map");
    private static final String OPTIONAL_NAME = "optional_type";
    public static final CelType OPTIONAL = simple(Kind.OPAQUE, OPTIONAL_NAME);

    private static CelType simple(Kind kind, String name) {
        return new CelType(kind, name, List.of());
    }

    public static CelType list(CelType element) {
        return new CelType(Kind.LIST, "list", List.of(element));
    }

    public static CelType map(CelType key, CelType value) {
        return new CelType(Kind.MAP, "map", List.of(key, value));
    }

    /** A type with named fields, which a {@link TypeProvider} knows. */
    public static CelType struct(String name) {
        return simple(Kind.STRUCT, name);
    }

    public static CelType opaque(String name, CelType... parameters) {
        return new CelType(Kind.OPAQUE, name, List.of(parameters));
    }

    public static CelType optional(CelType value) {
        return opaque(OPTIONAL_NAME, value);
    }

    public static CelType parameter(String name) {
        return simple(Kind.TYPE_PARAMETER, name);
    }

    /** The type of a type: that of the identifier {@code int}. */
    public static CelType typeOf(CelType type) {
        return new CelType(Kind.TYPE, "type", List.of(type));
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    public boolean isDyn() {
        return kind == Kind.DYN || kind == Kind.ANY;
    }

    public boolean isDynOrError() {
        return isDyn() || kind == Kind.ERROR;
    }

    public boolean isOptional() {
        return kind == Kind.OPAQUE && name.equals(OPTIONAL_NAME);
    }

    /** The value's type where this is an optional, else this. */
    public CelType withoutOptional() {
        return isOptional() && !parameters.isEmpty() ? parameters.getFirst() : this;
    }

    public CelType parameter(int index) {
        return index < parameters.size() ? parameters.get(index) : DYN;
    }

    /** Whether a value of the other type may stand where this type is asked for. */
    public boolean accepts(CelType other) {
        if (equals(other) || isDyn()) {
            return true;
        }
        if (kind != other.kind
                || !name.equals(other.name)
                || parameters.size() != other.parameters.size()) {
            return false;
        }
        for (int i = 0; i < parameters.size(); i++) {
            if (!parameters.get(i).accepts(other.parameters.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** As errors of the type checker name it. */
    public String display() {
        return switch (kind) {
            case ANY -> "any";
            case DURATION -> "duration";
            case ERROR -> "!error!";
            case NULL -> "null";
            case TIMESTAMP -> "timestamp";
            case TYPE_PARAMETER -> name;
            default -> withParameters(CelType::display);
        };
    }

    @Override
    public String toString() {
        return withParameters(CelType::toString);
    }

    private String withParameters(java.util.function.Function<CelType, String> display) {
        if (parameters.isEmpty()) {
            return name;
        }
        return parameters.stream().map(display).collect(Collectors.joining(", ", name + "(", ")"));
    }
}
