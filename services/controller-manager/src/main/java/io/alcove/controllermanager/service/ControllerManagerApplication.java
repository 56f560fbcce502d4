package io.alcove.controllermanager.service;

import io.alcove.apimachinery.catalog.Catalog;
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
import org.jboss.logging.Logger;

/** The life of the process: connects, leads, runs the controllers, ends with the leadership. */
final class ControllerManagerApplication implements QuarkusApplication {

    private static final Logger LOG = Logger.getLogger(ControllerManagerApplication.class);
    private static final String FIELD_MANAGER = "kube-controller-manager";
    private static final int FAILURE = 1;
    private static final int USAGE = 2;

    private final ControllerReadiness readiness;
    private final MeterRegistry metrics;

    ControllerManagerApplication(@Readiness ControllerReadiness readiness, MeterRegistry metrics) {
        this.readiness = readiness;
        this.metrics = metrics;
    }

    @Override
    public int run(String... arguments) throws Exception {
        Clock clock = Clock.systemUTC();
        try {
            Flags flags = ControllerManagerFlags.parse(List.of(arguments), System.getenv());
            ControllerSelection selection = ControllerSelection.of(flags);
            Catalog catalog = Catalog.load(flags.text(ControllerManagerFlags.KUBERNETES_VERSION));
            try (ApiServerChannel channel =
                    ApiServerChannel.open(ApiServerConnection.from(flags))) {
                ApiClient client = ApiClient.of(channel.channel(), FIELD_MANAGER, metrics);
                try (Leadership leadership = Leadership.of(flags, client);
                        RunningControllers controllers =
                                new RunningControllers(client, selection, catalog, clock)) {
                    readiness.follow(() -> !leadership.isLeading() || controllers.isRunning());
                    Thread leader = leadership.start(controllers::start, Quarkus::asyncExit);
                    Quarkus.waitForExit();
                    leader.interrupt();
                    return leadership.wasLost() ? FAILURE : 0;
                }
            }
        } catch (FlagException e) {
            System.err.println("controller-manager: " + e.getMessage());
            return USAGE;
        } finally {
            LOG.infof("controllers ended");
        }
    }
}
