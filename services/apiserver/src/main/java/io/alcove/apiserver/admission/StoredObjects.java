package io.alcove.apiserver.admission;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.storage.ListPage;
import io.alcove.apiserver.storage.Store;
import io.alcove.apiserver.storage.StoreKey;
import io.alcove.apiserver.storage.StoredValue;
import java.util.List;
import java.util.Optional;

/** The cluster's objects, read from the store itself. */
public final class StoredObjects implements ClusterObjects {

    private final Store store;

    public StoredObjects(Store store) {
        this.store = store;
    }

    @Override
    public Optional<ApiObject> get(GroupResource resource, ObjectName name) {
        return store.get(new StoreKey(resource, name)).map(StoredObjects::parse);
    }

    @Override
    public List<ApiObject> list(GroupResource resource, String namespace) {
        String prefix = StoreKey.prefix(resource) + (namespace.isEmpty() ? "" : namespace + "/");
        return switch (store.list(prefix, 0, "", 0)) {
            case ListPage.Values page -> page.values().stream().map(StoredObjects::parse).toList();
            case ListPage.Compacted _ -> throw new IllegalStateException("newest is compacted");
        };
    }

    private static ApiObject parse(StoredValue value) {
        ApiObject object = ApiObject.parse(value.value());
        object.with("metadata").put("resourceVersion", Long.toString(value.revision()));
        return object;
    }
}
