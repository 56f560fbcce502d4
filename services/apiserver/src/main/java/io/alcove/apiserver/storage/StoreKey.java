package io.alcove.apiserver.storage;

import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;

/** Where an object lies in the store. Kinds served in several versions or groups share one key. */
public record StoreKey(GroupResource resource, ObjectName name) {

    private static final String ROOT = "/registry/";

    /** {@code /registry/<group, or core>/<resource>/[<namespace>/]<name>}. */
    public String path() {
        return prefix(resource)
                + (name.namespace().isEmpty() ? "" : name.namespace() + "/")
                + name.name();
    }

    /** What all keys of a resource start with. */
    public static String prefix(GroupResource resource) {
        String group = resource.group().isEmpty() ? "core" : resource.group();
        return ROOT + group + "/" + resource.resource() + "/";
    }
}
