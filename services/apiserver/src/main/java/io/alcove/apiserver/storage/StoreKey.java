package io.alcove.apiserver.storage;

import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import java.util.Optional;

/** Where an object lies in the store. Kinds served in several versions or groups share one key. */
public record StoreKey(GroupResource resource, ObjectName name) {

    /** What all keys start with. */
    public static final String ROOT = "/registry/";

    private static final String CORE = "core";

    /** {@code /registry/<group, or core>/<resource>/[<namespace>/]<name>}. */
    public String path() {
        return prefix(resource)
                + (name.namespace().isEmpty() ? "" : name.namespace() + "/")
                + name.name();
    }

    /** What all keys of a resource start with. */
    public static String prefix(GroupResource resource) {
        String group = resource.group().isEmpty() ? CORE : resource.group();
        return ROOT + group + "/" + resource.resource() + "/";
    }

    /** Reads what {@link #path} wrote. */
    public static StoreKey parse(String path) {
        return find(path).orElseThrow(() -> new IllegalArgumentException("no key: " + path));
    }

    /** Reads what {@link #path} wrote; empty where it is something else. */
    public static Optional<StoreKey> find(String path) {
        if (!path.startsWith(ROOT)) {
            return Optional.empty();
        }
        String[] parts = path.substring(ROOT.length()).split("/", -1);
        if (parts.length != 3 && parts.length != 4) {
            return Optional.empty();
        }
        GroupResource resource = new GroupResource(parts[0].equals(CORE) ? "" : parts[0], parts[1]);
        return Optional.of(
                new StoreKey(
                        resource,
                        parts.length == 4
                                ? new ObjectName(parts[2], parts[3])
                                : ObjectName.clusterScoped(parts[2])));
    }
}
