package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.schema.ListType;
import io.alcove.apimachinery.schema.MapType;
import io.alcove.apimachinery.schema.Schema;
import io.alcove.apimachinery.schema.ValueForm;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A schema as apply sees it: what of a value is owned by itself, and by which steps it is named.
 * Shared by all threads; what lies below is read when it is first asked for.
 */
final class Shape {

    enum Kind {
        /** A scalar, or a list or map that is owned as a whole. */
        LEAF,
        MAP,
        KEYED_LIST,
        SET
    }

    /**
     * A value of a custom resource without a schema: its maps are owned field by field, its lists
     * as a whole.
     */
    private static final Shape ANY = new Shape(null);

    private final @Nullable Schema schema;
    private final Kind declared;
    private final List<String> keys;
    private final Map<String, Shape> fields = new ConcurrentHashMap<>();
    private volatile @Nullable Shape element;

    private Shape(@Nullable Schema schema) {
        this.schema = schema;
        this.declared = schema == null ? Kind.MAP : kind(schema);
        this.keys =
                schema != null && declared == Kind.KEYED_LIST ? schema.listMapKeys() : List.of();
    }

    static Shape of(Schema schema) {
        return schema.form() == ValueForm.ANY && schema.goField().isEmpty()
                ? ANY
                : new Shape(schema);
    }

    /** What kind the value is of; a missing or null one is taken for what the schema expects. */
    Kind kind(@Nullable JsonNode value) {
        if (schema != null || value == null || value.isNull() || value.isObject()) {
            return declared;
        }
        return Kind.LEAF;
    }

    Shape field(String name) {
        Shape known = fields.get(name);
        if (known == null) {
            known = readField(name);
            if (isNamed(name)) {
                fields.put(name, known);
            }
        }
        return known;
    }

    Shape element() {
        Shape known = element;
        if (known == null) {
            known = schema == null ? ANY : schema.items().map(Shape::of).orElse(ANY);
            element = known;
        }
        return known;
    }

    Shape child(PathElement step) {
        String name = step.fieldName();
        return name == null ? element() : field(name);
    }

    boolean hasNamedField(PathElement step) {
        String name = step.fieldName();
        return name != null && isNamed(name);
    }

    boolean isNamed(String field) {
        return schema != null && schema.propertyOrNull(field) != null;
    }

    /** Whether a map or struct may hold the field. */
    boolean allows(String field) {
        return schema == null
                || schema.form() == ValueForm.MAP
                || schema.preservesUnknownFields()
                || isNamed(field);
    }

    @Nullable Schema schema() {
        return schema;
    }

    /**
     * The step to an element of a keyed list or a set.
     *
     * @throws UnnamedElementException where the element lacks what names it
     */
    PathElement step(JsonNode item) throws UnnamedElementException {
        if (declared == Kind.KEYED_LIST) {
            return keyedStep(item);
        }
        return switch (item.getNodeType()) {
            case OBJECT ->
                    throw new UnnamedElementException(
                            "associative list without keys has an element that's a map type");
            case ARRAY ->
                    throw new UnnamedElementException(
                            "not supported: associative list with lists as elements");
            case NULL, MISSING ->
                    throw new UnnamedElementException(
                            "associative list without keys has an element that's an explicit null");
            case STRING, NUMBER, BOOLEAN, BINARY, POJO -> PathElement.value(item);
        };
    }

    private PathElement keyedStep(JsonNode item) throws UnnamedElementException {
        if (item.isNull()) {
            throw new UnnamedElementException(
                    "associative list with keys may not have a null element");
        }
        if (!item.isObject()) {
            throw new UnnamedElementException(
                    "associative list with keys may not have non-map elements");
        }
        Map<String, JsonNode> values = new TreeMap<>();
        for (String key : keys) {
            JsonNode value = item.get(key);
            if (value == null) {
                value = keyDefault(key);
            }
            if (value != null) {
                values.put(key, value);
            }
        }
        if (values.isEmpty()) {
            throw UnnamedElementException.withoutKeys(keys);
        }
        return PathElement.key(values);
    }

    private @Nullable JsonNode keyDefault(String key) {
        Schema item = element().schema;
        Schema property = item == null ? null : item.propertyOrNull(key);
        return property == null ? null : property.defaultValue().orElse(null);
    }

    private Shape readField(String name) {
        if (schema == null) {
            return ANY;
        }
        Schema property = schema.propertyOrNull(name);
        return property == null
                ? schema.additionalProperties().map(Shape::of).orElse(ANY)
                : of(property);
    }

    private static Kind kind(Schema schema) {
        return switch (schema.form()) {
            case STRUCT, MAP -> schema.mapType() == MapType.ATOMIC ? Kind.LEAF : Kind.MAP;
            case LIST -> kind(schema.listType());
            case ANY, // as upstream owns what its own types hold without a schema
                    STRING,
                    BYTES,
                    BOOLEAN,
                    INT32,
                    INT64,
                    NUMBER,
                    INT_OR_STRING,
                    QUANTITY,
                    TIME,
                    MICRO_TIME ->
                    Kind.LEAF;
        };
    }

    private static Kind kind(ListType type) {
        return switch (type) {
            case ATOMIC -> Kind.LEAF;
            case SET -> Kind.SET;
            case MAP -> Kind.KEYED_LIST;
        };
    }
}
