package io.alcove.scheduler.plugins;

import io.alcove.scheduler.framework.NodeInfo;
import io.alcove.scheduler.framework.PodInfo;
import io.alcove.scheduler.framework.ScorePlugin;
import java.util.List;

/** The two scores by what a node would have left. */
final class ResourceScores {

    private ResourceScores() {}

    /** The emptier, the better. */
    static List<Double> leastAllocated(PodInfo pod, List<NodeInfo> nodes) {
        return nodes.stream()
                .map(n -> (1 - (used("cpu", pod, n) + used("memory", pod, n)) / 2))
                .map(free -> free * ScorePlugin.HIGHEST)
                .toList();
    }

    /** The more alike the shares of CPU and memory in use, the better. */
    static List<Double> balanced(PodInfo pod, List<NodeInfo> nodes) {
        return nodes.stream()
                .map(n -> 1 - Math.abs(used("cpu", pod, n) - used("memory", pod, n)) / 2)
                .map(balance -> balance * ScorePlugin.HIGHEST)
                .toList();
    }

    private static double used(String resource, PodInfo pod, NodeInfo node) {
        double all = node.allocatable().amount(resource).doubleValue();
        double taken = node.weight().plus(pod.weight()).amount(resource).doubleValue();
        return all <= 0 ? 1 : Math.min(1, taken / all);
    }
}
