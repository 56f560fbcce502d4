package io.alcove.syncer.sync;

import io.alcove.syncer.cluster.VirtualResource;
import io.alcove.syncer.host.HostResource;
import java.util.List;

/**
 * How objects of one kind are kept in sync. A plan depends on caches only: it asks neither cluster
 * and changes nothing.
 */
public interface KindSync {

    VirtualResource virtualResource();

    HostResource hostResource();

    List<Step> plan(SyncPair pair);
}
