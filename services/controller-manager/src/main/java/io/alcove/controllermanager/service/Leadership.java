package io.alcove.controllermanager.service;

import io.alcove.apimachinery.object.ObjectName;
import io.alcove.client.ApiClient;
import io.alcove.client.flag.Flags;
import io.alcove.client.lease.LeaderElection;
import io.alcove.client.lease.LeaseTiming;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The right to run controllers: by the Lease that upstream uses, or taken for granted. */
final class Leadership implements AutoCloseable {

    private static final ObjectName LEASE =
            new ObjectName("kube-system", "kube-controller-manager");

    private final @Nullable LeaderElection election;
    private volatile boolean lost;

    private Leadership(@Nullable LeaderElection election) {
        this.election = election;
    }

    static Leadership of(Flags flags, ApiClient client) throws UnknownHostException {
        if (!flags.bool(ControllerManagerFlags.LEADER_ELECT)) {
            return new Leadership(null);
        }
        LeaseTiming timing =
                new LeaseTiming(
                        flags.duration(ControllerManagerFlags.LEASE_DURATION),
                        flags.duration(ControllerManagerFlags.RENEW_DEADLINE),
                        flags.duration(ControllerManagerFlags.RETRY_PERIOD));
        String identity = InetAddress.getLocalHost().getHostName() + "_" + UUID.randomUUID();
        return new Leadership(new LeaderElection(client, LEASE, identity, timing));
    }

    boolean isLeading() {
        return election == null || election.isLeading();
    }

    boolean wasLost() {
        return lost;
    }

    /** Leads in a thread of its own. */
    Thread start(Runnable onLeading, Runnable onLost) {
        return Thread.ofVirtual().name("leadership").start(() -> lead(onLeading, onLost));
    }

    @Override
    public void close() {
        if (election != null) {
            election.release();
        }
    }

    private void lead(Runnable onLeading, Runnable onLost) {
        try {
            if (election == null) {
                onLeading.run();
                return;
            }
            election.acquire();
            // renewed meanwhile, as the first lists may take longer than the lease
            Thread.ofVirtual().name("controllers-start").start(onLeading);
            election.renewUntilLost();
            lost = true;
            onLost.run();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
