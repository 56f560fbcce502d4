package io.alcove.apiserver.storage.cache;

import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.storage.StoredObject;
import java.util.Map;

/**
 * An object on its way into the cache, not yet under a revision.
 *
 * @param value as the store holds it
 */
record EncodedObject(
        ObjectName name,
        String uid,
        byte[] value,
        Map<String, String> labels,
        Map<String, String> fields) {

    StoredObject at(long revision) {
        return new StoredObject(
                name, uid, revision, ResourceVersionBytes.insert(value, revision), labels, fields);
    }
}
