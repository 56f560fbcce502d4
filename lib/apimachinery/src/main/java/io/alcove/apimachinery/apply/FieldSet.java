package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A set of paths into an object, as FieldsV1 holds it. Immutable; the results of its operations
 * share what did not change.
 */
public final class FieldSet {

    static final FieldSet EMPTY = new FieldSet(false, new TreeMap<>());

    /** A path that ends here. */
    static final FieldSet LEAF = new FieldSet(true, new TreeMap<>());

    private final boolean member;
    private final SortedMap<PathElement, FieldSet> children;

    FieldSet(boolean member, SortedMap<PathElement, FieldSet> children) {
        this.member = member;
        this.children = children;
    }

    /** The set of one path of field names ("status", or "metadata", "name"). */
    public static FieldSet of(String... fields) {
        FieldSet set = LEAF;
        for (int i = fields.length - 1; i >= 0; i--) {
            TreeMap<PathElement, FieldSet> children = new TreeMap<>();
            children.put(PathElement.field(fields[i]), set);
            set = new FieldSet(false, children);
        }
        return set;
    }

    /** Reads a FieldsV1; what is no path in it is an error. */
    static FieldSet parse(JsonNode fieldsV1) throws InvalidManagedFieldsException {
        if (fieldsV1.isEmpty()) {
            return EMPTY;
        }
        FieldSet set = parseNode(fieldsV1);
        return set.member ? new FieldSet(false, set.children) : set;
    }

    ObjectNode toFieldsV1() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        write(node);
        return node;
    }

    /** Whether no path is in it. */
    public boolean isEmpty() {
        return !member && children.isEmpty();
    }

    /** Whether the path that leads here is itself in the set. */
    boolean isMember() {
        return member;
    }

    /** What the set holds below a step. */
    FieldSet below(PathElement element) {
        FieldSet child = children.get(element);
        return child == null ? EMPTY : child;
    }

    /** Whether it holds paths below the one that leads here. */
    boolean hasChildren() {
        return !children.isEmpty();
    }

    boolean has(FieldPath path) {
        return at(path).member;
    }

    public FieldSet union(FieldSet other) {
        if (other.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return other;
        }
        TreeMap<PathElement, FieldSet> merged = new TreeMap<>(children);
        other.children.forEach((element, child) -> merged.merge(element, child, FieldSet::union));
        return new FieldSet(member || other.member, merged);
    }

    FieldSet intersection(FieldSet other) {
        if (isEmpty() || other.isEmpty()) {
            return EMPTY;
        }
        TreeMap<PathElement, FieldSet> common = new TreeMap<>();
        children.forEach(
                (element, child) ->
                        putUnlessEmpty(common, element, child.intersection(other.below(element))));
        return new FieldSet(member && other.member, common);
    }

    /** Without the other's paths; what lies below one of them stays. */
    FieldSet difference(FieldSet other) {
        if (isEmpty() || other.isEmpty()) {
            return this;
        }
        TreeMap<PathElement, FieldSet> rest = new TreeMap<>();
        children.forEach(
                (element, child) ->
                        putUnlessEmpty(rest, element, child.difference(other.below(element))));
        return new FieldSet(member && !other.member, rest);
    }

    /** Without the other's paths and all that lies below them. */
    FieldSet recursiveDifference(FieldSet other) {
        if (isEmpty() || other.isEmpty()) {
            return this;
        }
        TreeMap<PathElement, FieldSet> rest = new TreeMap<>();
        children.forEach(
                (element, child) -> {
                    FieldSet excluded = other.below(element);
                    if (!excluded.member) {
                        putUnlessEmpty(rest, element, child.recursiveDifference(excluded));
                    }
                });
        return new FieldSet(member, rest);
    }

    /** The same, with every struct's field that leads to a path made a path itself. */
    FieldSet withNamedFields(Shape shape) {
        if (children.isEmpty()) {
            return this;
        }
        TreeMap<PathElement, FieldSet> named = new TreeMap<>();
        children.forEach(
                (element, child) -> {
                    FieldSet below = child.withNamedFields(shape.child(element));
                    boolean add = !below.member && shape.hasNamedField(element);
                    named.put(element, add ? new FieldSet(true, below.children) : below);
                });
        return new FieldSet(member, named);
    }

    /** Visits all paths in upstream's order: those that end at a level before those below it. */
    void forEach(Consumer<FieldPath> visitor) {
        forEach(null, visitor);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof FieldSet set
                        && member == set.member
                        && children.equals(set.children));
    }

    @Override
    public int hashCode() {
        return 31 * children.hashCode() + Boolean.hashCode(member);
    }

    @Override
    public String toString() {
        return toFieldsV1().toString();
    }

    private static FieldSet parseNode(JsonNode node) throws InvalidManagedFieldsException {
        if (node.isEmpty()) {
            return LEAF;
        }
        boolean member = false;
        TreeMap<PathElement, FieldSet> children = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (entry.getKey().equals(".")) {
                member = true;
                continue;
            }
            PathElement element = PathElement.parse(entry.getKey());
            if (element == null) {
                throw new InvalidManagedFieldsException(entry.getKey());
            }
            children.put(element, parseNode(entry.getValue()));
        }
        return new FieldSet(member, children);
    }

    private void write(ObjectNode node) {
        for (Map.Entry<PathElement, FieldSet> entry : children.entrySet()) {
            FieldSet child = entry.getValue();
            ObjectNode childNode = node.putObject(entry.getKey().text());
            if (child.member && child.hasChildren()) {
                childNode.putObject(".");
            }
            child.write(childNode);
        }
    }

    private FieldSet at(@Nullable FieldPath path) {
        return path == null ? this : at(path.parent()).below(path.element());
    }

    private void forEach(@Nullable FieldPath prefix, Consumer<FieldPath> visitor) {
        children.forEach(
                (element, child) -> {
                    if (child.member) {
                        visitor.accept(new FieldPath(prefix, element));
                    }
                });
        children.forEach(
                (element, child) -> child.forEach(new FieldPath(prefix, element), visitor));
    }

    private static void putUnlessEmpty(
            SortedMap<PathElement, FieldSet> children, PathElement element, FieldSet set) {
        if (!set.isEmpty()) {
            children.put(element, set);
        }
    }
}
