package io.alcove.client.lease;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.client.ApiClient;
import io.alcove.client.ResourceClient;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets one of several processes lead, by a Lease. A lease counts as held for its duration since
 * this process last saw it change, so clocks need not agree.
 */
public final class LeaderElection {

    private static final Logger LOG = System.getLogger(LeaderElection.class.getName());
    private static final GroupVersionResource LEASES =
            new GroupVersionResource("coordination.k8s.io", "v1", "leases");
    private static final GroupVersionKind LEASE =
            new GroupVersionKind("coordination.k8s.io", "v1", "Lease");
    private static final DateTimeFormatter MICRO_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final ResourceClient leases;
    private final ObjectName name;
    private final String identity;
    private final LeaseTiming timing;
    private @Nullable LeaseRecord observed;
    private long observedNanos;
    private volatile boolean leading;

    /**
     * @param identity of this process, unlike that of any other
     */
    public LeaderElection(ApiClient client, ObjectName name, String identity, LeaseTiming timing) {
        this.leases = client.withDeadline(timing.renewDeadline()).resource(LEASES);
        this.name = name;
        this.identity = identity;
        this.timing = timing;
    }

    public boolean isLeading() {
        return leading;
    }

    /** Waits until this process leads. */
    public void acquire() throws InterruptedException {
        while (!tryAcquire()) {
            Thread.sleep(jittered());
        }
        leading = true;
        LOG.log(Level.INFO, "became leader lease={0} identity={1}", name, identity);
    }

    /** Renews the lease for as long as that succeeds; returns when the leadership is lost. */
    public void renewUntilLost() throws InterruptedException {
        long renewed = System.nanoTime();
        while (System.nanoTime() - renewed < timing.renewDeadline().toNanos()) {
            if (tryAcquire()) {
                renewed = System.nanoTime();
            }
            Thread.sleep(timing.retryPeriod());
        }
        leading = false;
        LOG.log(Level.ERROR, "lost leadership lease={0} identity={1}", name, identity);
    }

    /** Gives the lease up, so that the next leader need not wait for its end. */
    public void release() {
        if (!leading) {
            return;
        }
        leading = false;
        try {
            ApiObject lease = leases.get(name);
            if (LeaseRecord.of(lease).holder().equals(identity)) {
                lease.with("spec").put("holderIdentity", "").put("leaseDurationSeconds", 1);
                leases.update(lease);
            }
        } catch (StatusException e) {
            LOG.log(Level.DEBUG, "lease not released message={0}", e.getMessage());
        }
    }

    private boolean tryAcquire() {
        try {
            Optional<ApiObject> present = leases.find(name);
            if (present.isEmpty()) {
                observe(LeaseRecord.of(leases.create(written(ApiObject.of(LEASE, name), 0))));
                return true;
            }
            ApiObject lease = present.get();
            LeaseRecord found = LeaseRecord.of(lease);
            observe(found);
            if (!found.holder().equals(identity) && isHeld(found)) {
                return false;
            }
            boolean mine = found.holder().equals(identity);
            ApiObject update = written(lease, found.transitions() + (mine ? 0 : 1));
            if (!mine) {
                update.with("spec").put("acquireTime", now());
            }
            observe(LeaseRecord.of(leases.update(update)));
            return true;
        } catch (StatusException e) {
            LOG.log(
                    Level.DEBUG,
                    "lease not taken lease={0} reason={1} message={2}",
                    name,
                    e.status().reason(),
                    e.getMessage());
            return false;
        }
    }

    private void observe(LeaseRecord seen) {
        if (!seen.equals(observed)) {
            observed = seen;
            observedNanos = System.nanoTime();
        }
    }

    private boolean isHeld(LeaseRecord found) {
        Duration held = Duration.ofSeconds(found.durationSeconds());
        return !found.holder().isEmpty() && System.nanoTime() - observedNanos < held.toNanos();
    }

    private ApiObject written(ApiObject lease, int transitions) {
        ObjectNode spec = lease.with("spec");
        if (!spec.has("acquireTime")) {
            spec.put("acquireTime", now());
        }
        spec.put("holderIdentity", identity)
                .put("leaseDurationSeconds", timing.leaseDuration().toSeconds())
                .put("renewTime", now())
                .put("leaseTransitions", transitions);
        return lease;
    }

    private static String now() {
        return MICRO_TIME.format(Instant.now());
    }

    private Duration jittered() {
        return timing.retryPeriod().multipliedBy(10 + (long) (Math.random() * 12)).dividedBy(10);
    }
}
