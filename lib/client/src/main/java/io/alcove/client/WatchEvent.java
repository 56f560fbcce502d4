package io.alcove.client;

import io.alcove.apimachinery.object.ApiObject;

/**
 * One change, or a bookmark, whose object has nothing but its type and resourceVersion. A deleted
 * object comes as it was last, with the revision of its deletion.
 */
public record WatchEvent(Type type, ApiObject object) {

    /** What happened to the object. */
    public enum Type {
        ADDED,
        MODIFIED,
        DELETED,
        BOOKMARK
    }
}
