package io.alcove.apiserver.storage.cache;

import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.storage.StoredObject;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * All objects of a resource at one revision. It never changes, and costs nothing to take or keep
 * for a while. Objects are ordered as their keys in the store are. Where the store cannot read one
 * of them, asking for it or for all is a {@link io.alcove.apiserver.storage.StoreException}.
 */
public final class Snapshot {

    private final ObjectTree tree;
    private final long revision;
    private final Unreadables unreadable;

    Snapshot(ObjectTree tree, long revision, Unreadables unreadable) {
        this.tree = tree;
        this.revision = revision;
        this.unreadable = unreadable;
    }

    /** What a list of these objects has as its resourceVersion. */
    public long revision() {
        return revision;
    }

    ObjectTree tree() {
        return tree;
    }

    public Optional<StoredObject> get(ObjectName name) {
        unreadable.refuse(name);
        return tree.get(name);
    }

    /**
     * @param namespace empty for all
     */
    public List<StoredObject> list(String namespace) {
        unreadable.refuseAny();
        return tree.range(KeyRange.of(namespace)).toList();
    }

    /**
     * The objects that follow a name, which itself need not exist; from the first on where it is
     * empty.
     *
     * @param namespace empty for all
     */
    public Iterator<StoredObject> iterate(String namespace, Optional<ObjectName> after) {
        unreadable.refuseAny();
        return tree.range(KeyRange.of(namespace).after(after)).iterator();
    }

    /** How many objects {@link #iterate} goes over. */
    public int count(String namespace, Optional<ObjectName> after) {
        return tree.range(KeyRange.of(namespace).after(after)).size();
    }
}
