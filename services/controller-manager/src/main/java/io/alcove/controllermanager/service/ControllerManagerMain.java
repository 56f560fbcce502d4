package io.alcove.controllermanager.service;

import io.alcove.client.flag.FlagException;
import io.alcove.client.flag.Flags;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** Starts the controllers as a process of their own. */
@QuarkusMain
public final class ControllerManagerMain {

    private static final int USAGE = 2;

    private ControllerManagerMain() {}

    public static void main(String[] arguments) {
        try {
            Flags flags = ControllerManagerFlags.parse(List.of(arguments), System.getenv());
            System.setProperty("quarkus.http.port", flags.text(ControllerManagerFlags.HEALTH_PORT));
            Quarkus.run(ControllerManagerApplication.class, arguments);
        } catch (FlagException e) {
            System.err.println("controller-manager: " + e.getMessage());
            System.exit(USAGE);
        }
    }
}
