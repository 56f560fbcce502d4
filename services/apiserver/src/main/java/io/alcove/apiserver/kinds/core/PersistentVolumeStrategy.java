package io.alcove.apiserver.kinds.core;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.strategy.BuiltInStrategy;
import io.alcove.apiserver.kinds.strategy.Defaulting;
import io.alcove.apiserver.kinds.strategy.Traits;
import io.alcove.apiserver.registry.UpdateRules;
import io.alcove.apiserver.request.RequestContext;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Volumes: their status tells when its phase last changed. */
final class PersistentVolumeStrategy extends BuiltInStrategy {

    private static final String TIME = "lastPhaseTransitionTime";

    private final Clock clock;

    PersistentVolumeStrategy(Defaulting defaulting, Traits traits, Clock clock) {
        super(defaulting, traits);
        this.clock = clock;
    }

    @Override
    protected void prepareNew(RequestContext context, ApiObject volume) {
        volume.with("status").put("phase", "Pending");
        stamp(volume);
    }

    @Override
    public Optional<UpdateRules> subresource(String name) {
        return name.equals("status") ? Optional.of(new StatusRules()) : super.subresource(name);
    }

    private void stamp(ApiObject volume) {
        volume.with("status").put(TIME, clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private final class StatusRules implements UpdateRules {

        @Override
        public void prepareForUpdate(RequestContext context, ApiObject volume, ApiObject old) {
            String time = volume.text("status", TIME);
            String before = old.text("status", TIME);
            boolean isSame = volume.text("status", "phase").equals(old.text("status", "phase"));
            if (!isSame && (time.isEmpty() || time.equals(before))) {
                stamp(volume);
            } else if (isSame && time.isEmpty() && !before.isEmpty()) {
                volume.with("status").put(TIME, before);
            }
        }
    }
}
