package io.alcove.cel.schema;

import io.alcove.cel.type.CelType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes types of schemas. What a schema does not bound is bounded by the size of a request. */
final class SchemaTypes {

    private static final long MAX = DeclaredType.MAX_REQUEST;
    private static final long MAX_STRING = MAX - 2;
    private static final long MIN_STRING = 2;
    private static final long MAX_TIME = 32;
    private static final long DATE = 12;
    private static final long MIN_DURATION = 3;
    private static final long MIN_TIMESTAMP = 21;
    private static final long MIN_BOOL = 4;

    /** A code point is up to four bytes long. */
    private static final long BYTES_PER_CHARACTER = 4;

    private static final DeclaredType STRING = DeclaredType.scalar(CelType.STRING, 0, MIN_STRING);

    private SchemaTypes() {}

    static @Nullable DeclaredType type(@Nullable ValueSchema schema, boolean resourceRoot) {
        if (schema == null) {
            return null;
        }
        if (schema.isIntOrString()) {
            return DeclaredType.scalar(CelType.DYN, maxLength(schema, MAX_STRING), 1);
        }
        ValueSchema whole = resourceRoot ? ResourceSchema.of(schema) : schema;
        return switch (whole.type()) {
            case "array" -> list(whole);
            case "object" -> object(whole);
            case "string" -> string(whole);
            case "boolean" -> DeclaredType.scalar(CelType.BOOL, 0, MIN_BOOL);
            case "number" -> DeclaredType.scalar(CelType.DOUBLE, 0, 1);
            case "integer" -> DeclaredType.scalar(CelType.INT, 0, 1);
            default -> null;
        };
    }

    private static @Nullable DeclaredType nested(@Nullable ValueSchema schema) {
        return schema == null ? null : type(schema, schema.isEmbeddedResource());
    }

    private static long maxLength(ValueSchema schema, long otherwise) {
        return schema.maxLength().isPresent()
                ? Math.max(0, schema.maxLength().getAsLong()) * BYTES_PER_CHARACTER
                : otherwise;
    }

    private static @Nullable DeclaredType list(ValueSchema schema) {
        DeclaredType items = nested(schema.items());
        if (items == null) {
            return null;
        }
        long max = (MAX - 2) / (items.minSerializedSize() + 1);
        return DeclaredType.list(items, Math.max(0, schema.maxItems().orElse(max)));
    }

    private static @Nullable DeclaredType object(ValueSchema schema) {
        ValueSchema values = schema.additionalProperties();
        if (values != null) {
            DeclaredType type = nested(values);
            if (type == null) {
                return null;
            }
            long max = (MAX - 2) / (type.minSerializedSize() + 6);
            return DeclaredType.map(STRING, type, Math.max(0, schema.maxProperties().orElse(max)));
        }
        Map<String, DeclaredType> fields = new HashMap<>();
        long size = 2;
        for (Map.Entry<String, ValueSchema> property : schema.properties().entrySet()) {
            String name = property.getKey();
            DeclaredType type = nested(property.getValue());
            if (type == null) {
                continue;
            }
            FieldNames.escape(name).ifPresent(escaped -> fields.put(escaped, type));
            if (schema.required().contains(name) && !property.getValue().hasDefault()) {
                size += name.length() + type.minSerializedSize() + 4;
            }
        }
        return DeclaredType.object(DeclaredType.UNNAMED, fields, size);
    }

    private static DeclaredType string(ValueSchema schema) {
        return switch (schema.format()) {
            case "byte" ->
                    DeclaredType.scalar(
                            CelType.BYTES,
                            Math.max(0, schema.maxLength().orElse(MAX_STRING)),
                            MIN_STRING);
            case "duration" -> DeclaredType.scalar(CelType.DURATION, MAX_TIME, MIN_DURATION);
            case "date" -> DeclaredType.scalar(CelType.TIMESTAMP, DATE, DATE);
            case "date-time" -> DeclaredType.scalar(CelType.TIMESTAMP, MAX_TIME, MIN_TIMESTAMP);
            default ->
                    DeclaredType.scalar(
                            CelType.STRING, maxLength(schema, unbounded(schema)), MIN_STRING);
        };
    }

    private static long unbounded(ValueSchema schema) {
        return schema.allowedStrings().isEmpty()
                ? MAX_STRING
                : schema.allowedStrings().stream()
                        .mapToLong(
                                text ->
                                        text.getBytes(java.nio.charset.StandardCharsets.UTF_8)
                                                .length)
                        .max()
                        .orElse(0);
    }
}
