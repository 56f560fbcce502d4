package io.alcove.apiserver.registry;

import io.alcove.apimachinery.apply.FieldOwnership;
import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.catalog.ResourceType;
import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.registry.conversion.Conversion;
import io.alcove.apiserver.registry.conversion.Conversions;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Finds the resources of the catalog with what they need to be served. */
final class Resources {

    private final Supplier<Catalog> catalog;
    private final KindStrategies strategies;
    private final ObjectStorages storages;
    private final CustomKinds customKinds;
    private final Clock clock;
    private final Map<GroupVersionResource, Resource> known = new ConcurrentHashMap<>();

    Resources(
            Supplier<Catalog> catalog,
            KindStrategies strategies,
            ObjectStorages storages,
            CustomKinds customKinds,
            Clock clock) {
        this.catalog = catalog;
        this.strategies = strategies;
        this.storages = storages;
        this.customKinds = customKinds;
        this.clock = clock;
    }

    /**
     * @throws StatusException (404) where the catalog does not have it
     */
    Resource require(GroupVersionResource name) {
        ResourceType type = find(name);
        Resource resource = known.get(name);
        if (resource == null || isRedefined(resource, type)) {
            resource = make(type);
            known.put(name, resource);
        }
        return resource;
    }

    private ResourceType find(GroupVersionResource name) {
        Optional<ResourceType> type = catalog.get().resource(name);
        if (type.isEmpty()) {
            known.remove(name); // what a definition once had does not stay in memory without it
        }
        return type.orElseThrow(Resources::unknownResource);
    }

    @SuppressWarnings("ReferenceEquality") // a custom resource that changed is another instance
    private static boolean isRedefined(Resource resource, ResourceType type) {
        return resource.served() != type;
    }

    private Resource make(ResourceType type) {
        Optional<CustomKind> custom = customKinds.of(type);
        return custom.isPresent() ? makeCustom(type, custom.get()) : makeBuiltIn(type);
    }

    private Resource makeCustom(ResourceType type, CustomKind custom) {
        return new Resource(
                type,
                type,
                Conversions.between(type.kind(), type.schema(), type.kind()),
                custom.strategy(),
                storages.of(type.resource().groupResource()),
                new FieldOwnership(type.kind(), type.schema(), custom.versions(), clock),
                Optional.of(custom));
    }

    private Resource makeBuiltIn(ResourceType type) {
        ResourceType stored = catalog.get().resource(type.storage()).orElse(type);
        Conversion conversion = Conversions.between(type.kind(), type.schema(), stored.kind());
        return new Resource(
                type,
                stored,
                conversion,
                strategies.of(new GroupKind(stored.kind().group(), stored.kind().kind())),
                storages.of(stored.resource().groupResource()),
                new FieldOwnership(
                        type.kind(),
                        type.schema(),
                        new ServedVersions(catalog.get(), stored),
                        clock),
                Optional.empty());
    }

    private static StatusException unknownResource() {
        return new StatusException(
                Status.general(
                        StatusReason.NOT_FOUND,
                        "the server could not find the requested resource"));
    }
}
