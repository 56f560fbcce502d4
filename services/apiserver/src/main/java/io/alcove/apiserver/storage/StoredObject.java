package io.alcove.apiserver.storage;

import io.alcove.apimachinery.object.ObjectName;
import java.util.Map;

/**
 * An object as the watch cache holds it: the bytes that get, list and watch send, and what
 * selectors ask for.
 *
 * @param json in the storage version, metadata.resourceVersion included
 * @param fields the values of the kind's field selectors ("spec.nodeName"), metadata.name and
 *     metadata.namespace included
 * @param forms what {@code json} was made into
 */
public record StoredObject(
        ObjectName name,
        String uid,
        long revision,
        byte[] json,
        Map<String, String> labels,
        Map<String, String> fields,
        EncodedForms forms) {

    public StoredObject(
            ObjectName name,
            String uid,
            long revision,
            byte[] json,
            Map<String, String> labels,
            Map<String, String> fields) {
        this(name, uid, revision, json, labels, fields, new EncodedForms());
    }
}
