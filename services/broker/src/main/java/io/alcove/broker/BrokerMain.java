package io.alcove.broker;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import org.jboss.logging.Logger;

/** Runs the broker until the process is told to end. */
@QuarkusMain
public final class BrokerMain implements QuarkusApplication {

    private static final Logger LOG = Logger.getLogger(BrokerMain.class);

    @Override
    public int run(String... arguments) throws Exception {
        BrokerOptions options;
        try {
            options = BrokerOptions.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println("broker: " + e.getMessage());
            return 2;
        }
        try (EmbeddedBroker _ = EmbeddedBroker.start(options)) {
            LOG.infof("Broker ready port=%d", options.port());
            Quarkus.waitForExit();
        }
        return 0;
    }
}
