package io.alcove.syncer.cluster;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One resource of a cluster in memory. It may lag behind the cluster, never run backwards; its
 * objects are shared and not to be changed.
 */
public interface ObjectCache {

    Optional<ApiObject> get(ObjectName name);

    Collection<ApiObject> list();

    /**
     * Calls the listener for each change with the object's new state, or its last one where it is
     * gone. To be called before the cache starts; the listener must not block.
     */
    void onChange(Consumer<ApiObject> listener);

    boolean isSynced();

    /** Whether the first list arrived in time. */
    boolean awaitSynced(Duration atMost) throws InterruptedException;
}
