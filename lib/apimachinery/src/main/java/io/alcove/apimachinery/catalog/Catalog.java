package io.alcove.apimachinery.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.schema.Schema;
import io.alcove.apimachinery.schema.SchemaLibrary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that an API of one Kubernetes version serves: groups, versions, resources and their
 * schemas. Immutable; a custom resource gives a new catalog by {@link #with}.
 */
public final class Catalog {

    private final JsonNode version;
    private final List<ApiGroup> groups;
    private final SchemaLibrary schemas;
    private final Map<GroupVersionKind, String> kinds;
    private final StorageVersions storage;
    private final Map<GroupVersionResource, ResourceType> byResource = new LinkedHashMap<>();
    private final Map<GroupVersionKind, ResourceType> byKind = new HashMap<>();
    private final Map<GroupVersionResource, List<ResourceType>> byStorage = new HashMap<>();

    Catalog(
            JsonNode version,
            List<ApiGroup> groups,
            SchemaLibrary schemas,
            Map<GroupVersionKind, String> kinds,
            StorageVersions storage) {
        this.version = version;
        this.groups = List.copyOf(groups);
        this.schemas = schemas;
        this.kinds = kinds;
        this.storage = storage;
        for (ApiGroup group : groups) {
            for (ApiGroup.Version served : group.versions()) {
                for (ResourceType type : served.resources()) {
                    byResource.put(type.resource(), type);
                    byKind.putIfAbsent(type.kind(), type);
                    byStorage.computeIfAbsent(type.storage(), _ -> new ArrayList<>()).add(type);
                }
            }
        }
    }

    /**
     * The built-in API of a Kubernetes version, such as "1.36".
     *
     * @throws IllegalArgumentException for a version whose facts are not packed
     */
    public static Catalog load(String minor) {
        return CatalogFile.open(minor).read(SchemaLibrary.goTypes(minor));
    }

    /** What /version answers, as upstream's server of that version said it. */
    public JsonNode version() {
        return version;
    }

    /** The Kubernetes version, such as "1.36". */
    public String minor() {
        return version.path("major").asText() + "." + version.path("minor").asText();
    }

    /** Whether upstream's server of this version behaves so. */
    public boolean has(Change change) {
        return change.isIn(minor());
    }

    /** In the order of upstream's discovery; the core group first. */
    public List<ApiGroup> groups() {
        return groups;
    }

    /** All resources, in discovery's order. */
    public Collection<ResourceType> resources() {
        return Collections.unmodifiableCollection(byResource.values());
    }

    public Optional<ResourceType> resource(GroupVersionResource resource) {
        return Optional.ofNullable(byResource.get(resource));
    }

    /** The resource whose objects are of the kind. */
    public Optional<ResourceType> kind(GroupVersionKind kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    /** The resource in the version that its group prefers. */
    public Optional<ResourceType> preferred(GroupResource resource) {
        return byResource.values().stream()
                .filter(type -> type.resource().groupResource().equals(resource))
                .findFirst();
    }

    /** The kind's resource in the version that its group prefers. */
    public Optional<ResourceType> preferred(GroupKind kind) {
        return byResource.values().stream()
                .filter(type -> type.kind().group().equals(kind.group()))
                .filter(type -> type.kind().kind().equals(kind.kind()))
                .findFirst();
    }

    /** Every version that serves the objects stored as the given resource, the preferred first. */
    public List<ResourceType> servedFrom(GroupVersionResource storage) {
        return Collections.unmodifiableList(byStorage.getOrDefault(storage, List.of()));
    }

    /**
     * The schema of a kind, whether or not a resource serves it: lists, options, Scale, Eviction.
     */
    public Optional<Schema> schema(GroupVersionKind kind) {
        ResourceType type = byKind.get(kind);
        return type != null
                ? Optional.of(type.schema())
                : Optional.ofNullable(kinds.get(kind)).flatMap(schemas::find);
    }

    /**
     * The group and version that kube-apiserver stores the resource in ("apps/v1"), which it need
     * not serve any more.
     */
    public String storageVersion(ResourceType type) {
        return storage.apiVersion(type.resource());
    }

    /** Every kind that a schema is known of, with the schema's name. */
    public Map<GroupVersionKind, String> kinds() {
        return Collections.unmodifiableMap(kinds);
    }

    /** The built-in schemas by component name. */
    public SchemaLibrary schemas() {
        return schemas;
    }

    /** This catalog with more resources, in groups of their own or in present ones. */
    public Catalog with(List<ResourceType> custom) {
        List<ApiGroup> extended = CustomGroups.add(groups, custom);
        return new Catalog(version, extended, schemas, kinds, storage);
    }
}
