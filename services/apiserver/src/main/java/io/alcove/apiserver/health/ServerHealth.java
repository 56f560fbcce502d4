package io.alcove.apiserver.health;

import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.storage.Store;
import io.alcove.apiserver.storage.StoreException;
import io.alcove.apiserver.storage.StoreKey;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** What the server knows of its own health; the order of its checks is upstream's. */
public final class ServerHealth {

    /** How far the caches may lag behind the store. */
    private static final Duration LAG = Duration.ofSeconds(1);

    private enum Phase {
        STARTING,
        SERVING,
        STOPPING
    }

    private final Store store;
    private final ObjectStorages storages;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.STARTING);

    public ServerHealth(Store store, ObjectStorages storages) {
        this.store = store;
        this.storages = storages;
    }

    /** All objects that every cluster has are there. */
    public void started() {
        phase.compareAndSet(Phase.STARTING, Phase.SERVING);
    }

    public void stopping() {
        phase.set(Phase.STOPPING);
    }

    public List<HealthCheck> checks() {
        List<HealthCheck> own =
                List.of(
                        new HealthCheck("ping", false, () -> true),
                        new HealthCheck("log", false, () -> true),
                        new HealthCheck("etcd", false, this::storeAnswers),
                        new HealthCheck("etcd-readiness", true, this::storeAnswers),
                        new HealthCheck("informer-sync", true, () -> storages.isCurrent(LAG)),
                        started("poststarthook/start-system-namespaces-controller"),
                        started("poststarthook/rbac/bootstrap-roles"),
                        started("poststarthook/scheduling/bootstrap-system-priority-classes"),
                        new HealthCheck("shutdown", true, () -> phase.get() != Phase.STOPPING));
        return Stream.concat(
                        own.stream(),
                        store.healthChecks().entrySet().stream()
                                .map(e -> new HealthCheck(e.getKey(), false, e.getValue())))
                .toList();
    }

    private HealthCheck started(String name) {
        return new HealthCheck(name, false, () -> phase.get() != Phase.STARTING);
    }

    private boolean storeAnswers() {
        try {
            store.get(new StoreKey(new GroupResource("", "health"), new ObjectName("", "health")));
            return true;
        } catch (StoreException _) {
            return false;
        }
    }
}
