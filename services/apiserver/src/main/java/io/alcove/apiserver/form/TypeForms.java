package io.alcove.apiserver.form;

import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.schema.GoField;
import io.alcove.apimachinery.schema.Schema;
import io.alcove.apimachinery.schema.SchemaLibrary;
import io.alcove.apiserver.form.FieldForm.Presence;
import io.alcove.apiserver.form.ValueForm.Scalar;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Go types of the built-in kinds, by name ("core.v1.Pod"), with the forms of those fields that
 * are more than a plain pointer to a scalar. Each type is read from its schema when it is first
 * asked for.
 */
public final class TypeForms {

    /** The embedded struct that holds apiVersion and kind, which are no fields of an object. */
    private static final String TYPE_META = "TypeMeta";

    private final SchemaLibrary schemas;
    private final Map<GroupVersionKind, String> kinds;
    private final Map<String, String> components = new HashMap<>();
    private final Map<String, Map<String, FieldForm>> fieldsByType = new ConcurrentHashMap<>();

    private TypeForms(Catalog catalog) {
        this.schemas = catalog.schemas();
        this.kinds = catalog.kinds();
        schemas.names().forEach(name -> components.put(typeName(name), name));
    }

    /** The forms of the kinds that a Kubernetes version has built in. */
    public static TypeForms of(Catalog catalog) {
        return new TypeForms(catalog);
    }

    /** The type of a kind; empty for one that is not built in. */
    public Optional<String> typeOf(GroupVersionKind kind) {
        return Optional.ofNullable(kinds.get(kind)).map(TypeForms::typeName);
    }

    public Map<String, FieldForm> fields(String type) {
        Map<String, FieldForm> present = fieldsByType.get(type);
        return present != null ? present : fieldsByType.computeIfAbsent(type, this::read);
    }

    private Map<String, FieldForm> read(String type) {
        Map<String, FieldForm> forms = new LinkedHashMap<>();
        Optional.ofNullable(components.get(type))
                .flatMap(schemas::find)
                .ifPresent(
                        schema ->
                                schema.properties()
                                        .forEach((name, field) -> add(forms, name, field)));
        return forms;
    }

    private static void add(Map<String, FieldForm> forms, String name, Schema property) {
        property.goField()
                .filter(field -> !field.embedded().equals(TYPE_META))
                .map(field -> new FieldForm(presence(field, property), value(property)))
                .filter(form -> !isPlain(form))
                .ifPresent(form -> forms.put(name, form));
    }

    private static Presence presence(GoField field, Schema property) {
        if (field.pointer()) {
            return field.omitEmpty() ? Presence.POINTER : Presence.NULLABLE;
        }
        if (field.omitZero()) {
            return Presence.UNLESS_ZERO;
        }
        // Go's omitempty leaves no struct out
        boolean struct =
                switch (property.form()) {
                    case STRUCT, QUANTITY, TIME, MICRO_TIME, INT_OR_STRING -> true;
                    case MAP, LIST, STRING, BYTES, BOOLEAN, INT32, INT64, NUMBER, ANY -> false;
                };
        return field.omitEmpty() && !struct ? Presence.UNLESS_ZERO : Presence.ALWAYS;
    }

    private static ValueForm value(Schema schema) {
        return switch (schema.form()) {
            case STRUCT -> struct(schema);
            case MAP ->
                    new ValueForm.MapOf(
                            schema.additionalProperties().map(TypeForms::value).orElse(Scalar.RAW));
            case LIST ->
                    new ValueForm.ListOf(schema.items().map(TypeForms::value).orElse(Scalar.RAW));
            case STRING -> Scalar.TEXT;
            case BYTES -> Scalar.BYTES;
            case BOOLEAN -> Scalar.FLAG;
            case INT32, INT64, NUMBER -> Scalar.NUMBER;
            case INT_OR_STRING -> Scalar.INT_OR_STRING;
            case QUANTITY -> Scalar.QUANTITY;
            case TIME -> Scalar.TIME;
            case MICRO_TIME -> Scalar.MICRO_TIME;
            case ANY -> Scalar.RAW;
        };
    }

    /** A type that writes itself (JSONSchemaProps) tells nothing of its fields. */
    private static ValueForm struct(Schema schema) {
        boolean told = schema.properties().values().stream().anyMatch(p -> p.goField().isPresent());
        boolean empty = schema.properties().isEmpty();
        return schema.name().isEmpty() || !(told || empty)
                ? Scalar.RAW
                : new ValueForm.Struct(typeName(schema.name()));
    }

    private static boolean isPlain(FieldForm form) {
        if (!(form.value() instanceof Scalar scalar)) {
            return false;
        }
        return switch (scalar) {
            case RAW -> form.presence() != Presence.NULLABLE;
            case TEXT, FLAG, NUMBER -> form.presence() == Presence.POINTER;
            case BYTES, TIME, MICRO_TIME, QUANTITY, INT_OR_STRING -> false;
        };
    }

    /** "core.v1.Pod" of "io.k8s.api.core.v1.Pod". */
    private static String typeName(String component) {
        int type = component.lastIndexOf('.');
        int version = component.lastIndexOf('.', type - 1);
        return component.substring(component.lastIndexOf('.', version - 1) + 1);
    }
}
