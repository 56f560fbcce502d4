package io.alcove.scheduler.plugins;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.scheduler.framework.FilterPlugin;
import io.alcove.scheduler.framework.NodeInfo;
import io.alcove.scheduler.framework.PodInfo;
import io.alcove.scheduler.framework.PodInfo.HostPort;
import io.alcove.scheduler.framework.Resources;
import io.alcove.scheduler.framework.ScorePlugin;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** All plugins, filters in upstream's order: the first that objects speaks for its node. */
public final class Plugins {

    private static final NodeAffinity NODE_AFFINITY = new NodeAffinity();
    private static final Taints TAINTS = new Taints();

    public static final List<FilterPlugin> FILTERS =
            List.of(
                    Plugins::unschedulable,
                    Plugins::nodeName,
                    TAINTS,
                    NODE_AFFINITY,
                    Plugins::ports,
                    Plugins::fit);

    /** A plugin's scores count as often as upstream has them count. */
    public record Weighted(int weight, ScorePlugin plugin) {}

    public static final List<Weighted> SCORES =
            List.of(
                    new Weighted(3, TAINTS),
                    new Weighted(2, NODE_AFFINITY),
                    new Weighted(1, ResourceScores::leastAllocated),
                    new Weighted(1, ResourceScores::balanced));

    private Plugins() {}

    private static List<String> unschedulable(PodInfo pod, NodeInfo node) {
        boolean isCordoned = node.node().at("spec", "unschedulable").asBoolean();
        boolean isTolerated =
                Taints.tolerates(pod.pod(), "node.kubernetes.io/unschedulable", "", "NoSchedule");
        return isCordoned && !isTolerated ? List.of("node(s) were unschedulable") : List.of();
    }

    private static List<String> nodeName(PodInfo pod, NodeInfo node) {
        ApiObject object = pod.pod();
        String wanted = object.text("spec", "nodeName");
        return wanted.isEmpty() || wanted.equals(node.name())
                ? List.of()
                : List.of("node(s) didn't match the requested node name");
    }

    private static List<String> ports(PodInfo pod, NodeInfo node) {
        boolean isTaken =
                node.pods().values().stream()
                        .flatMap(other -> other.hostPorts().stream())
                        .anyMatch(taken -> conflicts(pod, taken));
        return isTaken
                ? List.of("node(s) didn't have free ports for the requested pod ports")
                : List.of();
    }

    private static boolean conflicts(PodInfo pod, HostPort taken) {
        return pod.hostPorts().stream().anyMatch(wanted -> wanted.conflictsWith(taken));
    }

    private static List<String> fit(PodInfo pod, NodeInfo node) {
        List<String> reasons = new ArrayList<>();
        BigDecimal pods = BigDecimal.valueOf(node.pods().size() + 1L);
        if (pods.compareTo(node.allocatable().amount("pods")) > 0) {
            reasons.add("Too many pods");
        }
        Resources free = node.allocatable().minus(node.requested());
        pod.requests().amounts().entrySet().stream()
                .filter(e -> e.getValue().signum() > 0)
                .filter(e -> e.getValue().compareTo(free.amount(e.getKey())) > 0)
                .map(e -> "Insufficient " + e.getKey())
                .sorted()
                .forEach(reasons::add);
        return reasons;
    }
}
