package io.alcove.apimachinery.object;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object of the Kubernetes API as its JSON tree, with accessors for what all objects have.
 *
 * <p>Reading a field that is absent gives the empty value of its type, never null. The tree is
 * shared, not copied: whoever holds an object that others also hold (an informer's cache) takes
 * {@link #copy} before changing it.
 */
public final class ApiObject {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode node;

    private ApiObject(ObjectNode node) {
        this.node = node;
    }

    public static ApiObject of(ObjectNode node) {
        return new ApiObject(node);
    }

    /** An object with type and name set; namespace may be empty. */
    public static ApiObject of(GroupVersionKind kind, ObjectName name) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
        ObjectNode metadata = node.putObject("metadata").put("name", name.name());
        if (!name.namespace().isEmpty()) {
            metadata.put("namespace", name.namespace());
        }
        return new ApiObject(node);
    }

    /**
     * Reads JSON that Alcove itself wrote, or a test's.
     *
     * @throws UncheckedIOException where it is not a JSON object
     */
    public static ApiObject parse(byte[] json) {
        try {
            if (JSON.readTree(json) instanceof ObjectNode object) {
                return new ApiObject(object);
            }
            throw new UncheckedIOException(new IOException("not a JSON object"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] toBytes() {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ObjectNode node() {
        return node;
    }

    public ApiObject copy() {
        return new ApiObject(node.deepCopy());
    }

    public GroupVersionKind groupVersionKind() {
        return GroupVersionKind.of(apiVersion(), kind());
    }

    public String apiVersion() {
        return text("apiVersion");
    }

    public String kind() {
        return text("kind");
    }

    public ObjectName objectName() {
        return new ObjectName(namespace(), name());
    }

    public String name() {
        return text("metadata", "name");
    }

    public String namespace() {
        return text("metadata", "namespace");
    }

    public String uid() {
        return text("metadata", "uid");
    }

    public String resourceVersion() {
        return text("metadata", "resourceVersion");
    }

    public long generation() {
        return at("metadata", "generation").longValue();
    }

    /** RFC 3339, or empty while the object is not being deleted. */
    public String deletionTimestamp() {
        return text("metadata", "deletionTimestamp");
    }

    public boolean isBeingDeleted() {
        return !deletionTimestamp().isEmpty();
    }

    public Map<String, String> labels() {
        return textMap("metadata", "labels");
    }

    public Optional<String> label(String key) {
        return optionalText("metadata", "labels", key);
    }

    public Map<String, String> annotations() {
        return textMap("metadata", "annotations");
    }

    public Optional<String> annotation(String key) {
        return optionalText("metadata", "annotations", key);
    }

    public List<String> finalizers() {
        return textList("metadata", "finalizers");
    }

    public List<OwnerReference> ownerReferences() {
        return elements("metadata", "ownerReferences").stream().map(OwnerReference::of).toList();
    }

    /** The one owner that manages this object, if it has one. */
    public Optional<OwnerReference> controller() {
        return ownerReferences().stream().filter(OwnerReference::controller).findFirst();
    }

    /** The value at a path of field names; a missing node where any step is absent. */
    public JsonNode at(String... path) {
        JsonNode current = node;
        for (String field : path) {
            current = current.path(field);
        }
        return current;
    }

    /** The text at a path, or empty. */
    public String text(String... path) {
        return at(path).asText("");
    }

    public Optional<String> optionalText(String... path) {
        JsonNode value = at(path);
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }

    /** The elements of the list at a path; empty where it is absent. */
    public List<JsonNode> elements(String... path) {
        List<JsonNode> elements = new ArrayList<>();
        at(path).forEach(elements::add);
        return elements;
    }

    public List<String> textList(String... path) {
        return elements(path).stream().map(JsonNode::asText).toList();
    }

    /** The map of texts at a path, in the object's order; empty where it is absent. */
    public Map<String, String> textMap(String... path) {
        Map<String, String> map = new LinkedHashMap<>();
        at(path).properties().forEach(e -> map.put(e.getKey(), e.getValue().asText()));
        return map;
    }

    /** The object at a path for writing; what is missing on the way is created. */
    public ObjectNode with(String... path) {
        ObjectNode current = node;
        for (String field : path) {
            current =
                    current.get(field) instanceof ObjectNode next ? next : current.putObject(field);
        }
        return current;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiObject object && node.equals(object.node);
    }

    @Override
    public int hashCode() {
        return node.hashCode();
    }

    /** Names the object and no more, so that a log line never holds a body. */
    @Override
    public String toString() {
        return kind() + " " + objectName();
    }
}
