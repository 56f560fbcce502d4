package io.alcove.apiserver.admission;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.storage.StoredObject;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import java.util.List;
import java.util.Optional;

/** The cluster's objects, from the memory that lists are served from. */
public final class StoredObjects implements ClusterObjects {

    private final ObjectStorages storages;

    public StoredObjects(ObjectStorages storages) {
        this.storages = storages;
    }

    @Override
    public Optional<ApiObject> get(GroupResource resource, ObjectName name) {
        return storages.of(resource).get(name).map(o -> ApiObject.parse(o.json()));
    }

    @Override
    public List<ApiObject> list(GroupResource resource, String namespace) {
        return storages.of(resource).newest().list(namespace).stream()
                .map(o -> ApiObject.parse(o.json()))
                .toList();
    }

    @Override
    public List<byte[]> encoded(GroupResource resource) {
        return storages.of(resource).newest().list("").stream().map(StoredObject::json).toList();
    }
}
