package io.alcove.apimachinery.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.facts.Facts;
import io.alcove.apimachinery.facts.Slice;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The named schemas of one Kubernetes version; each is parsed when it is first asked for. */
public final class SchemaLibrary {

    private final Map<String, Slice> documents;
    private final Map<String, Slice> goFields;
    private final Map<String, Schema> components = new ConcurrentHashMap<>();

    /**
     * @param documents each component's OpenAPI v3 document, by its name, in the published order
     * @param goFields for components that are Go structs, their fields' marks
     */
    public SchemaLibrary(Map<String, Slice> documents, Map<String, Slice> goFields) {
        this.documents = new LinkedHashMap<>(documents);
        this.goFields = goFields;
    }

    /** How the Go types of a Kubernetes version ("1.36") encode their fields. */
    public static Facts goTypes(String minor) {
        return Facts.load(SchemaLibrary.class, minor);
    }

    public Set<String> names() {
        return documents.keySet();
    }

    /** The component's OpenAPI v3 document as it was packed. */
    public Optional<Slice> document(String name) {
        return Optional.ofNullable(documents.get(name));
    }

    public Optional<Schema> find(String name) {
        return documents.containsKey(name) ? Optional.of(component(name)) : Optional.empty();
    }

    /**
     * The schema of a custom resource's version, whose document may refer to components.
     *
     * @param document of one object
     */
    public Schema custom(ObjectNode document) {
        return new Schema("", document, this::component, Map.of(), Optional.empty());
    }

    private Schema component(String name) {
        Schema present = components.get(name);
        if (present != null) {
            return present;
        }
        Schema read = read(name);
        Schema raced = components.putIfAbsent(name, read);
        return raced == null ? read : raced;
    }

    private Schema read(String name) {
        Slice document = documents.get(name);
        if (document == null) {
            throw new IllegalArgumentException("unknown schema component " + name);
        }
        ObjectNode node = (ObjectNode) document.read();
        return new Schema(name, node, this::component, readGoFields(name), Optional.empty());
    }

    private Map<String, GoField> readGoFields(String name) {
        Slice packed = goFields.get(name);
        if (packed == null) {
            return Map.of();
        }
        Map<String, GoField> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> mark : packed.read().properties()) {
            fields.put(mark.getKey(), GoField.parse(mark.getValue().asText()));
        }
        return fields;
    }
}
