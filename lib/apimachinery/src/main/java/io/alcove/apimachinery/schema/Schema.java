package io.alcove.apimachinery.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The type of a value in an API object, as OpenAPI describes it, with references resolved.
 *
 * <p>A property's schema speaks of the property: what stands beside its reference (default, list
 * type, patch strategy) wins over what the referenced type says. Schemas are immutable and shared;
 * the types that they refer to are read when they are first asked for, so recursive types are fine.
 */
public final class Schema {

    private final ObjectNode document;
    private final @Nullable Schema target;
    private final SchemaSource source;
    private final Map<String, GoField> goFields;
    private final Optional<GoField> goField;
    private final ValueForm form;
    private final String name;
    private final Supplier<Map<String, Schema>> properties;
    private final Supplier<List<Map.Entry<String, Schema>>> alwaysWritten;
    private final Supplier<Optional<Schema>> items;
    private final Supplier<Optional<Schema>> additionalProperties;

    Schema(
            String name,
            ObjectNode document,
            SchemaSource source,
            Map<String, GoField> goFields,
            Optional<GoField> goField) {
        this.document = document;
        this.source = source;
        this.goFields = goFields;
        this.goField = goField;
        this.target = SchemaSource.reference(document).map(source::component).orElse(null);
        this.name = target == null ? name : target.name;
        this.form = target == null ? ValueForm.of(name, document) : target.form;
        this.properties = new Lazy<>(this::readProperties);
        this.alwaysWritten = new Lazy<>(this::readAlwaysWritten);
        this.items = new Lazy<>(() -> child("items"));
        this.additionalProperties = new Lazy<>(this::readAdditionalProperties);
    }

    /** A schema without references: that of a custom resource's version. */
    public static Schema of(ObjectNode document) {
        return new Schema("", document, SchemaSource.NONE, Map.of(), Optional.empty());
    }

    /** The component's OpenAPI name ("io.k8s.api.core.v1.PodSpec"); empty for an unnamed type. */
    public String name() {
        return name;
    }

    /** "object", "array", "string", "integer", "number", "boolean"; empty where any is allowed. */
    public String type() {
        return own("type").asText("");
    }

    /** "int32", "int64", "byte", "date-time", "int-or-string", ...; empty where none is given. */
    public String format() {
        return own("format").asText("");
    }

    /** How a value of this type is read and written. */
    public ValueForm form() {
        return form;
    }

    public Optional<Schema> property(String property) {
        return Optional.ofNullable(properties().get(property));
    }

    /** The schema of a property, or null: {@link #property} for code that runs for each field. */
    public @Nullable Schema propertyOrNull(String property) {
        return properties().get(property);
    }

    public Map<String, Schema> properties() {
        return target == null ? properties.get() : target.properties();
    }

    /** The properties that upstream writes even where an object does not have them. */
    List<Map.Entry<String, Schema>> alwaysWritten() {
        return target == null ? alwaysWritten.get() : target.alwaysWritten();
    }

    /** What a list's elements are. */
    public Optional<Schema> items() {
        return target == null ? items.get() : target.items();
    }

    /** What a map's values are; empty where the type is no map or takes any value. */
    public Optional<Schema> additionalProperties() {
        return target == null ? additionalProperties.get() : target.additionalProperties();
    }

    public Set<String> required() {
        return new LinkedHashSet<>(texts(own("required")));
    }

    public List<JsonNode> enumValues() {
        List<JsonNode> values = new ArrayList<>();
        own("enum").forEach(values::add);
        return values;
    }

    /** The default that OpenAPI publishes; those that upstream sets in code are not among them. */
    public Optional<JsonNode> defaultValue() {
        JsonNode value = own("default");
        return value.isMissingNode() ? Optional.empty() : Optional.of(value);
    }

    public ListType listType() {
        return switch (own("x-kubernetes-list-type").asText()) {
            case "map" -> ListType.MAP;
            case "set" -> ListType.SET;
            default -> ListType.ATOMIC;
        };
    }

    /** The properties that together name an element of a list of type map. */
    public List<String> listMapKeys() {
        return texts(own("x-kubernetes-list-map-keys"));
    }

    public MapType mapType() {
        return own("x-kubernetes-map-type").asText().equals("atomic")
                ? MapType.ATOMIC
                : MapType.GRANULAR;
    }

    /** What a strategic merge patch does with the property; empty is to replace a list. */
    public Set<PatchStrategy> patchStrategies() {
        return PatchStrategy.parse(own("x-kubernetes-patch-strategy").asText(""));
    }

    /** The property by which a strategic merge patch finds a list's element; may be empty. */
    public String patchMergeKey() {
        return own("x-kubernetes-patch-merge-key").asText("");
    }

    public boolean isIntOrString() {
        return form == ValueForm.INT_OR_STRING;
    }

    public boolean isQuantity() {
        return form == ValueForm.QUANTITY;
    }

    /** Whether fields that the schema does not name are kept: RawExtension, JSON, FieldsV1. */
    public boolean preservesUnknownFields() {
        return form == ValueForm.ANY
                || own("x-kubernetes-preserve-unknown-fields").asBoolean(false);
    }

    /** How upstream's Go type encodes this property; empty for custom resources. */
    public Optional<GoField> goField() {
        return goField;
    }

    /** The OpenAPI document that this was read from; not to be changed. */
    public ObjectNode document() {
        return document;
    }

    private JsonNode own(String key) {
        JsonNode value = document.path(key);
        return value.isMissingNode() && target != null ? target.own(key) : value;
    }

    private Map<String, Schema> readProperties() {
        Map<String, Schema> read = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : document.path("properties").properties()) {
            if (entry.getValue() instanceof ObjectNode property) {
                Optional<GoField> field = Optional.ofNullable(goFields.get(entry.getKey()));
                read.put(entry.getKey(), new Schema("", property, source, Map.of(), field));
            }
        }
        return read;
    }

    private List<Map.Entry<String, Schema>> readAlwaysWritten() {
        return properties().entrySet().stream()
                .filter(property -> WireForm.isAlwaysWritten(property.getValue()))
                .toList();
    }

    private Optional<Schema> readAdditionalProperties() {
        return child("additionalProperties");
    }

    private Optional<Schema> child(String key) {
        return document.path(key) instanceof ObjectNode child
                ? Optional.of(new Schema("", child, source, Map.of(), Optional.empty()))
                : Optional.empty();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
