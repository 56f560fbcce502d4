package io.alcove.dns.service;

import io.alcove.client.channel.ApiServerFlags;
import io.alcove.client.flag.Flag;
import io.alcove.client.flag.Flags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line. */
final class DnsFlags {

    static final String BIND_ADDRESS = "bind-address";
    static final String PORT = "port";
    static final String CLUSTER_DOMAIN = "cluster-domain";
    static final String UPSTREAM = "upstream";
    static final String HEALTH_PORT = "health-port";

    private static final List<Flag> OWN =
            List.of(
                    new Flag(BIND_ADDRESS, "0.0.0.0", "address that questions come to"),
                    new Flag(PORT, "53", "port of UDP and TCP"),
                    new Flag(CLUSTER_DOMAIN, "cluster.local", "domain of the cluster's names"),
                    new Flag(
                            UPSTREAM,
                            "",
                            "servers for all other names, as address:port,..."
                                    + " (default: those of /etc/resolv.conf)"),
                    new Flag(HEALTH_PORT, "8448", "HTTP port of health checks and metrics"));

    private DnsFlags() {}

    static Flags parse(List<String> arguments, Map<String, String> environment) {
        List<Flag> known = new ArrayList<>(ApiServerFlags.ALL);
        known.addAll(OWN);
        return Flags.parse("dns", known, arguments, environment);
    }
}
