package io.alcove.scheduler.service;

import io.alcove.client.flag.FlagException;
import io.alcove.client.flag.Flags;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** Starts the scheduler as a process of their own. */
@QuarkusMain
public final class SchedulerMain {

    private static final int USAGE = 2;

    private SchedulerMain() {}

    public static void main(String[] arguments) {
        try {
            Flags flags = SchedulerFlags.parse(List.of(arguments), System.getenv());
            System.setProperty("quarkus.http.port", flags.text(SchedulerFlags.HEALTH_PORT));
            Quarkus.run(SchedulerApplication.class, arguments);
        } catch (FlagException e) {
            System.err.println("scheduler: " + e.getMessage());
            System.exit(USAGE);
        }
    }
}
