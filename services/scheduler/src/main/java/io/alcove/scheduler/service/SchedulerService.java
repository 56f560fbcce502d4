package io.alcove.scheduler.service;

import io.alcove.apimachinery.object.ObjectName;
import io.alcove.client.ApiClient;
import io.alcove.client.event.ApiEventRecorder;
import io.alcove.client.flag.Flags;
import io.alcove.client.informer.Informers;
import io.alcove.client.lease.LeaderElection;
import io.alcove.client.lease.LeaseTiming;
import io.alcove.scheduler.cycle.Scheduler;
import io.quarkus.runtime.Quarkus;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/** A scheduler that binds once everything is read and, if asked, while it leads. */
final class SchedulerService implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SchedulerService.class);
    private static final ObjectName LEASE = new ObjectName("kube-system", "kube-scheduler");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final boolean elects;
    private final Informers informers;
    private final ApiEventRecorder events;
    private final Scheduler scheduler;
    private final LeaderElection election;
    private final Thread life = Thread.ofVirtual().name("scheduler").unstarted(this::live);
    private volatile boolean ready;

    SchedulerService(Flags flags, ApiClient client, Clock clock) {
        String name = flags.text(SchedulerFlags.NAME);
        elects = flags.bool(SchedulerFlags.LEADER_ELECT);
        informers = new Informers(client);
        events = new ApiEventRecorder(client, name, clock);
        scheduler = new Scheduler(name, informers, client, events, clock);
        election =
                new LeaderElection(
                        client, LEASE, UUID.randomUUID().toString(), LeaseTiming.DEFAULT);
    }

    void start() {
        informers.start();
        life.start();
    }

    boolean isReady() {
        return ready;
    }

    @Override
    public void close() {
        life.interrupt();
        scheduler.close();
        election.release();
        events.close();
        informers.close();
    }

    private void live() {
        try {
            while (!informers.awaitSynced(PATIENCE)) {
                LOG.warnf("still reading nodes and pods");
            }
            ready = true;
            if (elects) {
                election.acquire();
            }
            scheduler.start();
            if (elects) {
                election.renewUntilLost();
                Quarkus.asyncExit(1);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
