package io.alcove.simulatednode.service;

import io.alcove.client.flag.FlagException;
import io.alcove.client.flag.Flags;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** Starts the simulated nodes as a process of their own. */
@QuarkusMain
public final class SimulatedNodeMain {

    private static final int USAGE = 2;

    private SimulatedNodeMain() {}

    public static void main(String[] arguments) {
        try {
            Flags flags = SimulatedNodeFlags.parse(List.of(arguments), System.getenv());
            System.setProperty("quarkus.http.port", flags.text(SimulatedNodeFlags.HEALTH_PORT));
            Quarkus.run(SimulatedNodeApplication.class, arguments);
        } catch (FlagException e) {
            System.err.println("simulated-node: " + e.getMessage());
            System.exit(USAGE);
        }
    }
}
