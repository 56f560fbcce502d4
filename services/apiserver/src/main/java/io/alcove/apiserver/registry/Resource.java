package io.alcove.apiserver.registry;

import io.alcove.apimachinery.apply.FieldOwnership;
import io.alcove.apimachinery.catalog.ResourceType;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.registry.conversion.Conversion;
import io.alcove.apiserver.storage.StoredObject;
import io.alcove.apiserver.storage.cache.ObjectStorage;
import io.alcove.apiserver.storage.cache.ObjectWrite;
import java.util.List;
import java.util.Optional;

/**
 * A resource as the registry serves it in one version.
 *
 * @param stored the version that its objects are stored in; the same as served for most
 * @param ownership in the version served
 */
record Resource(
        ResourceType served,
        ResourceType stored,
        Conversion conversion,
        KindStrategy strategy,
        ObjectStorage storage,
        FieldOwnership ownership,
        Optional<CustomKind> custom) {

    /** What errors name it by. */
    GroupResource name() {
        return served.resource().groupResource();
    }

    GroupKind groupKind() {
        return new GroupKind(served.kind().group(), served.kind().kind());
    }

    /** What refusals name it by: upstream has the rules of events in the core group only. */
    GroupKind reportedKind() {
        return served.kind().group().equals("events.k8s.io")
                ? new GroupKind("", served.kind().kind())
                : groupKind();
    }

    boolean hasStatus() {
        return served.subresource("status").isPresent();
    }

    /** Namespaced objects lie under the namespace of the request, others under none. */
    ObjectName key(String namespace, String name) {
        return new ObjectName(served.namespaced() ? namespace : "", name);
    }

    StoredObject toServed(StoredObject object) {
        return custom.isPresent() ? custom.get().fromStorage(object) : conversion.toServed(object);
    }

    List<StoredObject> toServed(List<StoredObject> objects) {
        return custom.isPresent()
                ? custom.get().fromStorage(objects)
                : objects.stream().map(conversion::toServed).toList();
    }

    /** The object as requests handle it. */
    ApiObject parse(StoredObject object) {
        StoredObject handled = custom.isPresent() ? custom.get().fromStorage(object) : object;
        return ApiObject.parse(handled.json());
    }

    ScalePaths scalePaths() {
        return custom.map(CustomKind::scale).orElse(ScalePaths.WORKLOAD);
    }

    ObjectWrite create(ApiObject object) {
        return storage.create(toStorage(object));
    }

    /** Writes over the object, whose revision is to be the expected one. */
    ObjectWrite update(ApiObject object, long expectedRevision) {
        return storage.update(toStorage(object), expectedRevision);
    }

    private ApiObject toStorage(ApiObject object) {
        return custom.isPresent() ? custom.get().toStorage(object) : object;
    }
}
