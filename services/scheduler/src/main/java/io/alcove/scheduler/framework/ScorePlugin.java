package io.alcove.scheduler.framework;

import java.util.List;

/** Says how well nodes suit a pod that can run on each of them. */
@FunctionalInterface
public interface ScorePlugin {

    double HIGHEST = 100;

    /** From 0 to {@link #HIGHEST} for each node, in their order. */
    List<Double> scores(PodInfo pod, List<NodeInfo> nodes);

    /** Stretches raw scores so that the largest is {@link #HIGHEST}. */
    static List<Double> normalized(List<Double> raw) {
        double largest = raw.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return raw.stream().map(score -> largest == 0 ? 0 : score * HIGHEST / largest).toList();
    }
}
