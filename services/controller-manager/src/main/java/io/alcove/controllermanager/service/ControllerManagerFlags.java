package io.alcove.controllermanager.service;

import io.alcove.client.channel.ApiServerFlags;
import io.alcove.client.flag.Flag;
import io.alcove.client.flag.Flags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line, with kube-controller-manager's names where it has one. */
final class ControllerManagerFlags {

    static final String CONTROLLERS = "controllers";
    static final String HEALTH_PORT = "health-port";
    static final String KUBERNETES_VERSION = "kubernetes-version";
    static final String LEADER_ELECT = "leader-elect";
    static final String LEASE_DURATION = "leader-elect-lease-duration";
    static final String RENEW_DEADLINE = "leader-elect-renew-deadline";
    static final String RETRY_PERIOD = "leader-elect-retry-period";
    static final String ROOT_CA_FILE = "root-ca-file";

    private static final List<Flag> OWN =
            List.of(
                    new Flag(CONTROLLERS, "*", "which run: * for all, foo, -foo for not foo"),
                    new Flag(HEALTH_PORT, "8446", "HTTP port of health checks and metrics"),
                    new Flag(KUBERNETES_VERSION, "1.36", "what the API server serves"),
                    new Flag(LEADER_ELECT, "true", "only one of several processes is active"),
                    new Flag(LEASE_DURATION, "15s", "how long others wait on a silent leader"),
                    new Flag(RENEW_DEADLINE, "10s", "how long a leader tries before it gives up"),
                    new Flag(RETRY_PERIOD, "2s", "between two tries to lead"),
                    new Flag(ROOT_CA_FILE, "", "PEM file published to every namespace"));

    private ControllerManagerFlags() {}

    static Flags parse(List<String> arguments, Map<String, String> environment) {
        List<Flag> known = new ArrayList<>(ApiServerFlags.ALL);
        known.addAll(OWN);
        for (ControllerName name : ControllerName.values()) {
            known.add(
                    new Flag(
                            name.workersFlag(),
                            Integer.toString(name.defaultWorkers()),
                            "how many keys " + name.word() + " works on at once"));
        }
        return Flags.parse("controller-manager", known, arguments, environment);
    }
}
