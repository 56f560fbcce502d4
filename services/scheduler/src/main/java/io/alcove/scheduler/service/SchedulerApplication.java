package io.alcove.scheduler.service;

import io.alcove.client.ApiClient;
import io.alcove.client.channel.ApiServerChannel;
import io.alcove.client.channel.ApiServerConnection;
import io.alcove.client.flag.FlagException;
import io.alcove.client.flag.Flags;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.health.Readiness;

/** The life of the process: makes the parts, waits for the end, closes them. */
final class SchedulerApplication implements QuarkusApplication {

    private static final String FIELD_MANAGER = "kube-scheduler";

    private final SchedulerReadiness readiness;
    private final MeterRegistry metrics;

    SchedulerApplication(@Readiness SchedulerReadiness readiness, MeterRegistry metrics) {
        this.readiness = readiness;
        this.metrics = metrics;
    }

    @Override
    public int run(String... arguments) throws Exception {
        try {
            Flags flags = SchedulerFlags.parse(List.of(arguments), System.getenv());
            ApiServerConnection connection = ApiServerConnection.from(flags);
            try (ApiServerChannel channel = ApiServerChannel.open(connection);
                    SchedulerService service =
                            new SchedulerService(
                                    flags,
                                    ApiClient.of(channel.channel(), FIELD_MANAGER, metrics),
                                    Clock.systemUTC())) {
                readiness.follow(service::isReady);
                service.start();
                Quarkus.waitForExit();
            }
            return 0;
        } catch (FlagException e) {
            System.err.println("scheduler: " + e.getMessage());
            return 2;
        }
    }
}
