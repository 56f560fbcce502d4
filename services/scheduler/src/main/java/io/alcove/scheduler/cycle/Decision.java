package io.alcove.scheduler.cycle;

import io.alcove.scheduler.framework.FilterPlugin;
import io.alcove.scheduler.framework.NodeInfo;
import io.alcove.scheduler.framework.PodInfo;
import io.alcove.scheduler.plugins.Plugins;
import io.alcove.scheduler.plugins.Unsupported;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where a pod goes, from the pod and the nodes at one moment alone. */
sealed interface Decision {

    /** To this node. */
    record Bind(String node) implements Decision {}

    /** Nowhere now; the message is upstream's. */
    record Unschedulable(String message) implements Decision {}

    static Decision decide(PodInfo pod, List<NodeInfo> nodes) {
        Optional<String> unsupported = Unsupported.demandOf(pod.pod());
        if (unsupported.isPresent()) {
            return new Unschedulable(
                    "0/%d nodes are available: this scheduler does not support %s."
                            .formatted(nodes.size(), unsupported.get()));
        }
        if (nodes.isEmpty()) {
            return new Unschedulable("no nodes available to schedule pods");
        }
        Map<String, Integer> reasons = new TreeMap<>();
        List<NodeInfo> feasible = new ArrayList<>();
        for (NodeInfo node : nodes) {
            List<String> against = reasonsAgainst(pod, node);
            against.forEach(reason -> reasons.merge(reason, 1, Integer::sum));
            if (against.isEmpty()) {
                feasible.add(node);
            }
        }
        return feasible.isEmpty()
                ? new Unschedulable(message(nodes.size(), reasons))
                : new Bind(best(pod, feasible));
    }

    private static List<String> reasonsAgainst(PodInfo pod, NodeInfo node) {
        for (FilterPlugin filter : Plugins.FILTERS) {
            List<String> reasons = filter.reasonsAgainst(pod, node);
            if (!reasons.isEmpty()) {
                return reasons;
            }
        }
        return List.of();
    }

    /** Upstream sorts the counted texts, not the reasons. */
    private static String message(int nodes, Map<String, Integer> reasons) {
        return reasons.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey())
                .sorted()
                .collect(Collectors.joining(", ", "0/" + nodes + " nodes are available: ", "."));
    }

    private static String best(PodInfo pod, List<NodeInfo> feasible) {
        double[] totals = new double[feasible.size()];
        for (Plugins.Weighted weighted : Plugins.SCORES) {
            List<Double> scores = weighted.plugin().scores(pod, feasible);
            for (int i = 0; i < totals.length; i++) {
                totals[i] += weighted.weight() * scores.get(i);
            }
        }
        int best = 0;
        for (int i = 1; i < totals.length; i++) {
            if (totals[i] > totals[best]) {
                best = i;
            }
        }
        return feasible.get(best).name();
    }
}
