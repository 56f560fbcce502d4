package io.alcove.apimachinery.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.catalog.ResourceType;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.schema.Schema;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The named schemas that documents refer to: the built-in ones and those of custom resources. */
final class Components {

    static final String PREFIX = "#/components/schemas/";
    static final String STATUS = "io.k8s.apimachinery.pkg.apis.meta.v1.Status";
    static final String PATCH = "io.k8s.apimachinery.pkg.apis.meta.v1.Patch";
    static final String DELETE_OPTIONS = "io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions";

    private final Catalog catalog;
    private final Map<String, ObjectNode> custom = new HashMap<>();

    Components(Catalog catalog) {
        this.catalog = catalog;
        for (ResourceType type : catalog.resources()) {
            if (type.isCustom()) {
                String name = customName(type.kind());
                custom.put(name, CustomComponents.object(type));
                custom.put(customName(type.listKind()), CustomComponents.list(type, name));
            }
        }
    }

    String name(GroupVersionKind kind) {
        return catalog.schema(kind)
                .map(Schema::name)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> customName(kind));
    }

    /** The named components and all that these refer to, by name. */
    SortedMap<String, ObjectNode> closure(Collection<String> names) {
        SortedMap<String, ObjectNode> closure = new TreeMap<>();
        Deque<String> wanted = new ArrayDeque<>(names);
        while (!wanted.isEmpty()) {
            String name = wanted.pop();
            if (!closure.containsKey(name)) {
                ObjectNode document = document(name);
                closure.put(name, document);
                addReferences(document, wanted);
            }
        }
        return closure;
    }

    private ObjectNode document(String name) {
        ObjectNode made = custom.get(name);
        return made != null ? made : catalog.schemas().find(name).orElseThrow().document();
    }

    private static void addReferences(JsonNode node, Deque<String> wanted) {
        JsonNode reference = node.path("$ref");
        if (reference.isTextual()) {
            wanted.push(reference.textValue().substring(PREFIX.length()));
        }
        node.forEach(child -> addReferences(child, wanted));
    }

    /** {@code com.example.stable.v1.CronTab}: the group's words come from the last to the first. */
    private static String customName(GroupVersionKind kind) {
        List<String> words = Arrays.asList(kind.group().split("\\."));
        Collections.reverse(words);
        return String.join(".", words) + "." + kind.version() + "." + kind.kind();
    }
}
