package io.alcove.apiserver.kinds.core;

import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apiserver.allocation.ServiceAllocator;
import io.alcove.apiserver.kinds.strategy.Defaulting;
import io.alcove.apiserver.kinds.strategy.Traits;
import io.alcove.apiserver.kinds.strategy.TraitsTable;
import io.alcove.apiserver.registry.KindStrategy;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The kinds of the core group. */
public final class CoreKinds {

    private final TraitsTable traits;
    private final Map<GroupKind, KindStrategy> strategies = new HashMap<>();

    public CoreKinds(
            Defaulting defaulting, TraitsTable traits, ServiceAllocator services, Clock clock) {
        this.traits = traits;
        put("Pod", new PodStrategy(defaulting, of("Pod"), clock));
        put("Namespace", new NamespaceStrategy(defaulting, of("Namespace")));
        put("Node", new NodeStrategy(defaulting, of("Node")));
        put("Service", new ServiceStrategy(defaulting, of("Service"), services));
        put("PersistentVolumeClaim", new ClaimStrategy(defaulting, of("PersistentVolumeClaim")));
        put(
                "PersistentVolume",
                new PersistentVolumeStrategy(defaulting, of("PersistentVolume"), clock));
        put("ServiceAccount", new ServiceAccountStrategy(defaulting, of("ServiceAccount")));
        KindStrategy event = new EventStrategy(defaulting, of("Event"));
        put("Event", event);
        strategies.put(new GroupKind("events.k8s.io", "Event"), event);
    }

    private Traits of(String kind) {
        return traits.of(new GroupKind("", kind));
    }

    private void put(String kind, KindStrategy strategy) {
        strategies.put(new GroupKind("", kind), strategy);
    }

    public Map<GroupKind, KindStrategy> strategies() {
        return Map.copyOf(strategies);
    }
}
