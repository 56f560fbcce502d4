package io.alcove.scheduler.service;

import io.alcove.client.channel.ApiServerFlags;
import io.alcove.client.flag.Flag;
import io.alcove.client.flag.Flags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line. */
final class SchedulerFlags {

    static final String NAME = "scheduler-name";
    static final String LEADER_ELECT = "leader-elect";
    static final String HEALTH_PORT = "health-port";

    private static final List<Flag> OWN =
            List.of(
                    new Flag(NAME, "default-scheduler", "binds pods that ask for this name"),
                    new Flag(LEADER_ELECT, "true", "one of several processes binds"),
                    new Flag(HEALTH_PORT, "8446", "HTTP port of health checks and metrics"));

    private SchedulerFlags() {}

    static Flags parse(List<String> arguments, Map<String, String> environment) {
        List<Flag> known = new ArrayList<>(ApiServerFlags.ALL);
        known.addAll(OWN);
        return Flags.parse("scheduler", known, arguments, environment);
    }
}
