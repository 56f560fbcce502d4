package io.alcove.apiserver.kinds.apps;

import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apiserver.kinds.strategy.BuiltInStrategy;
import io.alcove.apiserver.kinds.strategy.Defaulting;
import io.alcove.apiserver.kinds.strategy.TraitsTable;
import io.alcove.apiserver.registry.KindStrategy;
import java.util.Map;

/** The kinds of the group apps, and ReplicationController, which is of their family. */
public final class AppsKinds {

    private static final GroupKind DEPLOYMENT = new GroupKind("apps", "Deployment");
    private static final GroupKind REPLICA_SET = new GroupKind("apps", "ReplicaSet");
    private static final GroupKind STATEFUL_SET = new GroupKind("apps", "StatefulSet");
    private static final GroupKind DAEMON_SET = new GroupKind("apps", "DaemonSet");
    private static final GroupKind CONTROLLER = new GroupKind("", "ReplicationController");

    private final Defaulting defaulting;
    private final TraitsTable traits;

    public AppsKinds(Defaulting defaulting, TraitsTable traits) {
        this.defaulting = defaulting;
        this.traits = traits;
    }

    public Map<GroupKind, KindStrategy> strategies() {
        return Map.of(
                DEPLOYMENT,
                new DeploymentStrategy(defaulting, traits.of(DEPLOYMENT)),
                DAEMON_SET,
                new DaemonSetStrategy(defaulting, traits.of(DAEMON_SET)),
                REPLICA_SET,
                new BuiltInStrategy(defaulting, traits.of(REPLICA_SET)),
                CONTROLLER,
                new BuiltInStrategy(defaulting, traits.of(CONTROLLER)),
                STATEFUL_SET,
                new BuiltInStrategy(defaulting, traits.of(STATEFUL_SET)));
    }
}
