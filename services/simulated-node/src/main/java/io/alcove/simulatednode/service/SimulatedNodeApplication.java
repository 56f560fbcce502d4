package io.alcove.simulatednode.service;

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
final class SimulatedNodeApplication implements QuarkusApplication {

    private static final String FIELD_MANAGER = "kubelet";

    private final SimulatedNodeReadiness readiness;
    private final MeterRegistry metrics;

    SimulatedNodeApplication(@Readiness SimulatedNodeReadiness readiness, MeterRegistry metrics) {
        this.readiness = readiness;
        this.metrics = metrics;
    }

    @Override
    public int run(String... arguments) throws Exception {
        try {
            Flags flags = SimulatedNodeFlags.parse(List.of(arguments), System.getenv());
            ApiServerConnection connection = ApiServerConnection.from(flags);
            try (ApiServerChannel channel = ApiServerChannel.open(connection);
                    SimulatedNodes nodes =
                            new SimulatedNodes(
                                    SimulatedNodeFlags.nodes(flags),
                                    ApiClient.of(channel.channel(), FIELD_MANAGER, metrics),
                                    Clock.systemUTC())) {
                readiness.follow(nodes::isReady);
                nodes.start();
                Quarkus.waitForExit();
            }
            return 0;
        } catch (FlagException e) {
            System.err.println("simulated-node: " + e.getMessage());
            return 2;
        }
    }
}
