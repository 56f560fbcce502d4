package io.alcove.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every field of an object made wrong in each way that its form allows, one at a time. */
final class Mutations {

    /**
     * @param name where and how: "/spec/replicas negative"
     */
    record Mutation(String name, ObjectNode object) {}

    private static final String LONG = "x".repeat(300);
    private static final List<String> OUTSIDE = List.of("apiVersion", "kind", "metadata");

    private final ObjectNode object;
    private final List<Mutation> found = new ArrayList<>();

    private Mutations(ObjectNode object) {
        this.object = object;
    }

    /** Templates of pods are left to the Pod, of which they have all the rules. */
    static List<Mutation> of(ObjectNode object) {
        Mutations mutations = new Mutations(object);
        for (String field :
                List.copyOf(object.properties().stream().map(e -> e.getKey()).toList())) {
            if (!OUTSIDE.contains(field)) {
                mutations.field("/" + field);
            }
        }
        return mutations.found;
    }

    private void field(String at) {
        JsonNode value = object.at(at);
        values(at, value);
        add(at, "removed", null);
        if (at.endsWith("/template/spec") || at.endsWith("/template/metadata")) {
            return;
        }
        if (value.isObject()) {
            value.properties().forEach(e -> field(at + "/" + escaped(e.getKey())));
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            field(at + "/" + i);
        }
    }

    private void values(String at, JsonNode value) {
        var json = object.arrayNode();
        if (value.isBoolean()) {
            add(at, "of another type", json.textNode("x"));
            add(at, "turned", json.booleanNode(!value.booleanValue()));
        } else if (value.isNumber()) {
            add(at, "of another type", json.textNode("x"));
            add(at, "negative", json.numberNode(-1));
            add(at, "zero", json.numberNode(0));
            add(at, "large", json.numberNode(2_000_000_000));
        } else if (value.isTextual()) {
            add(at, "of another type", json.numberNode(7));
            add(at, "empty", json.textNode(""));
            add(at, "long", json.textNode(LONG));
            add(at, "bad", json.textNode("Bad Value!"));
        } else if (value instanceof ArrayNode list) {
            add(at, "of another type", json.textNode("x"));
            add(at, "empty", list.arrayNode());
            if (!list.isEmpty()) {
                add(at, "repeated", list.deepCopy().add(list.get(0)));
            }
        } else {
            add(at, "of another type", json.textNode("x"));
            add(at, "empty", object.objectNode());
        }
    }

    private void add(String at, String how, @Nullable JsonNode value) {
        ObjectNode copy = object.deepCopy();
        int slash = at.lastIndexOf('/');
        JsonNode parent = copy.at(at.substring(0, slash));
        String name = at.substring(slash + 1).replace("~1", "/").replace("~0", "~");
        if (parent instanceof ArrayNode list) {
            int index = Integer.parseInt(name);
            if (value == null) {
                list.remove(index);
            } else {
                list.set(index, value);
            }
        } else if (parent instanceof ObjectNode node) {
            if (value == null) {
                node.remove(name);
            } else {
                node.set(name, value);
            }
        }
        found.add(new Mutation(at + " " + how, copy));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
