package io.alcove.apiserver.kinds.batch;

import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apiserver.kinds.strategy.BuiltInStrategy;
import io.alcove.apiserver.kinds.strategy.Defaulting;
import io.alcove.apiserver.kinds.strategy.TraitsTable;
import io.alcove.apiserver.registry.KindStrategy;
import java.util.Map;

/** The kinds of the group batch. */
public final class BatchKinds {

    private static final GroupKind JOB = new GroupKind("batch", "Job");
    private static final GroupKind CRON_JOB = new GroupKind("batch", "CronJob");

    private final Defaulting defaulting;
    private final TraitsTable traits;

    public BatchKinds(Defaulting defaulting, TraitsTable traits) {
        this.defaulting = defaulting;
        this.traits = traits;
    }

    public Map<GroupKind, KindStrategy> strategies() {
        return Map.of(
                JOB,
                new JobStrategy(defaulting, traits.of(JOB)),
                CRON_JOB,
                new BuiltInStrategy(defaulting, traits.of(CRON_JOB)));
    }
}
