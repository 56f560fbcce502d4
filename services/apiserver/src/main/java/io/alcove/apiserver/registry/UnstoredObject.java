package io.alcove.apiserver.registry;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.storage.StoredObject;
import java.util.Map;

/** Objects that are answered without being stored: dry runs, reviews, views such as Scale. */
final class UnstoredObject {

    private UnstoredObject() {}

    /**
     * @param revision of the object that it shows; 0 for none
     */
    static StoredObject of(ApiObject object, long revision) {
        return new StoredObject(
                object.objectName(),
                object.uid(),
                revision,
                object.toBytes(),
                object.labels(),
                Map.of());
    }
}
