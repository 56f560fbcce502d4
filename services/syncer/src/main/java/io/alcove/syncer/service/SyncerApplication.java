package io.alcove.syncer.service;

import io.alcove.client.channel.ApiServerConnection;
import io.alcove.client.channel.ApiServerFlags;
import io.alcove.client.flag.FlagException;
import io.alcove.client.flag.Flags;
import io.alcove.syncer.bootstrap.PkiBootstrap;
import io.alcove.syncer.events.FileOutbox;
import io.alcove.syncer.events.OutboxDrain;
import io.alcove.syncer.events.OutboxJournal;
import io.alcove.syncer.host.HostClient;
import io.alcove.syncer.host.HttpHostClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** The life of the process: makes the parts, waits for the end, closes them. */
final class SyncerApplication implements QuarkusApplication {

    private static final Logger LOG = Logger.getLogger(SyncerApplication.class);
    private static final long RENEWAL_HOURS = 1;
    private static final long SEGMENT_BYTES = 8 << 20;

    /** What a power loss may cost of the events. */
    private static final Duration SYNC_INTERVAL = Duration.ofMillis(200);

    private final KafkaPublisher publisher;
    private final SyncerReadiness readiness;
    private final MeterRegistry metrics;

    SyncerApplication(
            KafkaPublisher publisher, @Readiness SyncerReadiness readiness, MeterRegistry metrics) {
        this.publisher = publisher;
        this.readiness = readiness;
        this.metrics = metrics;
    }

    @Override
    public int run(String... arguments) throws Exception {
        Flags flags = SyncerFlags.parse(List.of(arguments), System.getenv());
        Optional<Path> kubeconfig =
                flags.isSet(SyncerFlags.HOST_KUBECONFIG)
                        ? Optional.of(flags.path(SyncerFlags.HOST_KUBECONFIG))
                        : Optional.empty();
        Clock clock = Clock.systemUTC();
        try (HostConnection connection = HostConnection.open(kubeconfig);
                FileOutbox outbox = openOutbox(flags);
                ScheduledExecutorService timer =
                        Executors.newSingleThreadScheduledExecutor(
                                Thread.ofVirtual().name("timer").factory());
                OutboxDrain drain = new OutboxDrain(outbox, publisher)) {
            HostClient host = new HttpHostClient(connection.requests());
            ScheduledFuture<?> _ =
                    timer.scheduleWithFixedDelay(
                            outbox::sync,
                            SYNC_INTERVAL.toMillis(),
                            SYNC_INTERVAL.toMillis(),
                            TimeUnit.MILLISECONDS);
            if (flags.isSet(SyncerFlags.KAFKA)) {
                drain.start();
            } else {
                LOG.infof("no Kafka: sync events stay in the outbox");
            }
            OutboxJournal journal =
                    new OutboxJournal(outbox, flags.text(SyncerFlags.TENANT), metrics, clock);
            try (SyncerService service = new SyncerService(flags, host, metrics, clock)) {
                readiness.follow(service::isReady);
                service.start(connection(flags, host, timer, clock), journal);
                Quarkus.waitForExit();
            }
            timer.shutdownNow();
        } catch (FlagException e) {
            System.err.println("syncer: " + e.getMessage());
            return 2;
        }
        return 0;
    }

    /** The files that this service proves itself with: given, or made from the host's Secrets. */
    private static ApiServerConnection connection(
            Flags flags, HostClient host, ScheduledExecutorService timer, Clock clock)
            throws IOException, InterruptedException {
        if (!flags.bool(SyncerFlags.BOOTSTRAP_PKI)) {
            return ApiServerConnection.from(flags);
        }
        PkiBootstrap bootstrap = PkiSettings.bootstrap(flags, host, clock);
        bootstrap.complete();
        ScheduledFuture<?> _ =
                timer.scheduleWithFixedDelay(
                        () -> renew(bootstrap), RENEWAL_HOURS, RENEWAL_HOURS, TimeUnit.HOURS);
        return new ApiServerConnection(
                flags.text(ApiServerFlags.APISERVER),
                bootstrap.certificate(),
                bootstrap.privateKey(),
                bootstrap.authority());
    }

    private static void renew(PkiBootstrap bootstrap) {
        try {
            bootstrap.complete();
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "certificates not renewed");
        }
    }

    private static FileOutbox openOutbox(Flags flags) throws IOException {
        return FileOutbox.open(
                flags.path(SyncerFlags.DATA_DIR).resolve("outbox"),
                Long.parseLong(flags.text(SyncerFlags.OUTBOX_MAX_BYTES)),
                SEGMENT_BYTES);
    }
}
