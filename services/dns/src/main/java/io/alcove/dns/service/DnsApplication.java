package io.alcove.dns.service;

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
final class DnsApplication implements QuarkusApplication {

    private static final String FIELD_MANAGER = "alcove-dns";

    private final DnsReadiness readiness;
    private final MeterRegistry metrics;

    DnsApplication(@Readiness DnsReadiness readiness, MeterRegistry metrics) {
        this.readiness = readiness;
        this.metrics = metrics;
    }

    @Override
    public int run(String... arguments) throws Exception {
        try {
            Flags flags = DnsFlags.parse(List.of(arguments), System.getenv());
            ApiServerConnection connection = ApiServerConnection.from(flags);
            try (ApiServerChannel channel = ApiServerChannel.open(connection);
                    DnsService service =
                            new DnsService(
                                    flags,
                                    ApiClient.of(channel.channel(), FIELD_MANAGER, metrics),
                                    Clock.systemUTC())) {
                readiness.follow(service::isReady);
                service.start();
                Quarkus.waitForExit();
            }
            return 0;
        } catch (FlagException e) {
            System.err.println("dns: " + e.getMessage());
            return 2;
        }
    }
}
