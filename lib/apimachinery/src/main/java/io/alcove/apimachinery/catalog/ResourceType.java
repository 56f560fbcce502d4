package io.alcove.apimachinery.catalog;

import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the API serves under one plural name in one version. Built-in ones come from the catalog's
 * data, custom ones are made from their definition; nobody can tell them apart by this record.
 *
 * @param verbs as discovery prints them, sorted: "create", "get", "list", ...
 * @param storage the resource that this one's objects are stored as: the same for all versions of a
 *     kind, and across groups for events
 * @param schemaSource of one object; that of a custom resource is read when it is first asked for
 * @param custom empty for what is built in
 */
public record ResourceType(
        GroupVersionResource resource,
        GroupVersionKind kind,
        ResourceNames names,
        boolean namespaced,
        List<String> verbs,
        List<Subresource> subresources,
        List<ColumnDefinition> columns,
        GroupVersionResource storage,
        Supplier<Schema> schemaSource,
        Optional<CustomTraits> custom) {

    public ResourceType {
        verbs = List.copyOf(verbs);
        subresources = List.copyOf(subresources);
        columns = List.copyOf(columns);
    }

    /** A built-in resource. */
    public ResourceType(
            GroupVersionResource resource,
            GroupVersionKind kind,
            ResourceNames names,
            boolean namespaced,
            List<String> verbs,
            List<Subresource> subresources,
            List<ColumnDefinition> columns,
            GroupVersionResource storage,
            Schema schema) {
        this(
                resource,
                kind,
                names,
                namespaced,
                verbs,
                subresources,
                columns,
                storage,
                () -> schema,
                Optional.empty());
    }

    public Schema schema() {
        return schemaSource.get();
    }

    public boolean isCustom() {
        return custom.isPresent();
    }

    public Optional<Subresource> subresource(String name) {
        return subresources.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    public boolean serves(String verb) {
        return verbs.contains(verb);
    }

    /** Whether objects of it can be read back: not so for reviews and bindings. */
    public boolean isStored() {
        return verbs.contains("get");
    }

    /** The kind of its lists. */
    public GroupVersionKind listKind() {
        String word = names.listKind().isEmpty() ? kind.kind() + "List" : names.listKind();
        return new GroupVersionKind(kind.group(), kind.version(), word);
    }
}
