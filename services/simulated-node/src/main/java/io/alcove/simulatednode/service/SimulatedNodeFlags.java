package io.alcove.simulatednode.service;

import io.alcove.client.channel.ApiServerFlags;
import io.alcove.client.flag.Flag;
import io.alcove.client.flag.FlagException;
import io.alcove.client.flag.Flags;
import io.alcove.simulatednode.node.SimulatedNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The command line. */
final class SimulatedNodeFlags {

    static final String NODES = "nodes";
    static final String NAME_PREFIX = "node-name-prefix";
    static final String HEALTH_PORT = "health-port";

    private static final List<Flag> OWN =
            List.of(
                    new Flag(NODES, "2", "how many nodes to simulate"),
                    new Flag(
                            NAME_PREFIX, "simulated-node-", "of the nodes' names, before a number"),
                    new Flag(HEALTH_PORT, "8447", "HTTP port of health checks and metrics"));

    private SimulatedNodeFlags() {}

    static Flags parse(List<String> arguments, Map<String, String> environment) {
        List<Flag> known = new ArrayList<>(ApiServerFlags.ALL);
        known.addAll(OWN);
        Flags flags = Flags.parse("simulated-node", known, arguments, environment);
        nodes(flags);
        return flags;
    }

    static List<SimulatedNode> nodes(Flags flags) {
        int count = flags.number(NODES);
        if (count < 1 || count > SimulatedNode.MAX_NODES) {
            throw new FlagException("--nodes must be between 1 and " + SimulatedNode.MAX_NODES);
        }
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new SimulatedNode(flags.text(NAME_PREFIX) + i, i))
                .toList();
    }
}
