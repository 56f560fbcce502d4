package io.alcove.apiserver.storage.cache;

import io.alcove.apimachinery.object.ObjectName;
import java.util.Optional;

/**
 * Part of a resource's keys.
 *
 * @param namespace empty for all
 * @param after where it begins, exclusive
 */
record KeyRange(String namespace, Optional<ObjectName> after) {

    static KeyRange of(String namespace) {
        return new KeyRange(namespace, Optional.empty());
    }

    KeyRange after(Optional<ObjectName> name) {
        return new KeyRange(namespace, name);
    }

    boolean isBefore(ObjectName name) {
        return isNamespaceBefore(name)
                || after.filter(last -> KeyOrder.INSTANCE.compare(name, last) <= 0).isPresent();
    }

    private boolean isNamespaceBefore(ObjectName name) {
        return !namespace.isEmpty() && KeyOrder.compareNamespaces(name.namespace(), namespace) < 0;
    }

    boolean endsBefore(ObjectName name) {
        return !namespace.isEmpty() && KeyOrder.compareNamespaces(name.namespace(), namespace) > 0;
    }
}
