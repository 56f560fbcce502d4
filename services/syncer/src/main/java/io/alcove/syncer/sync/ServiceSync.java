package io.alcove.syncer.sync;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.syncer.cluster.VirtualResource;
import io.alcove.syncer.host.HostResource;
import io.alcove.syncer.mark.Marks;
import io.alcove.syncer.translation.ServiceTranslation;
import io.alcove.syncer.translation.TenantNetwork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Services. Their host copy is born first, inside the tenant's create request: until the virtual
 * object shows, a newborn is no orphan.
 */
final class ServiceSync implements KindSync {

    /** The longest that a create request may take from the birth on the host to its end. */
    private static final Duration BIRTH = Duration.ofMinutes(2);

    private final CopySync copies;
    private final Clock clock;

    ServiceSync(ServiceTranslation translation, TenantNetwork network, Clock clock) {
        this.clock = clock;
        this.copies =
                new CopySync(
                        VirtualResource.SERVICES,
                        HostResource.SERVICES,
                        service ->
                                network.showsHostService(service)
                                        ? Optional.empty()
                                        : Optional.of(translation.hostService(service)),
                        true);
    }

    @Override
    public VirtualResource virtualResource() {
        return copies.virtualResource();
    }

    @Override
    public HostResource hostResource() {
        return copies.hostResource();
    }

    @Override
    public List<Step> plan(SyncPair pair) {
        if (pair.hostObject().isPresent()) {
            Duration left = birthTimeLeft(pair.hostObject().get());
            boolean isOther =
                    pair.virtualObject()
                            .filter(v -> CopyState.isFor(pair.hostObject().get(), v))
                            .isEmpty();
            if (isOther && left.isPositive()) {
                return List.of(new Step.LookAgain(left));
            }
        }
        return copies.plan(pair);
    }

    /** Only the first apply after the birth writes a fingerprint. */
    private Duration birthTimeLeft(ApiObject hostService) {
        if (hostService.annotation(Marks.SYNCED_HASH).isPresent()) {
            return Duration.ZERO;
        }
        Instant born = Instant.parse(hostService.text("metadata", "creationTimestamp"));
        return Duration.between(clock.instant(), born.plus(BIRTH));
    }
}
