package io.alcove.scheduler.plugins;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.scheduler.framework.FilterPlugin;
import io.alcove.scheduler.framework.NodeInfo;
import io.alcove.scheduler.framework.PodInfo;
import io.alcove.scheduler.framework.ScorePlugin;
import java.util.List;
import java.util.Set;

/** Taints keep pods away, or ask them to stay away, who do not tolerate them. */
final class Taints implements FilterPlugin, ScorePlugin {

    private static final Set<String> FORBIDDING = Set.of("NoSchedule", "NoExecute");
    private static final Set<String> DISCOURAGING = Set.of("PreferNoSchedule");

    @Override
    public List<String> reasonsAgainst(PodInfo pod, NodeInfo node) {
        return untolerated(pod.pod(), node.node(), FORBIDDING) == 0
                ? List.of()
                : List.of("node(s) had untolerated taint(s)");
    }

    @Override
    public List<Double> scores(PodInfo pod, List<NodeInfo> nodes) {
        List<Double> raw =
                nodes.stream()
                        .map(n -> (double) untolerated(pod.pod(), n.node(), DISCOURAGING))
                        .toList();
        return ScorePlugin.normalized(raw).stream().map(score -> HIGHEST - score).toList();
    }

    static boolean tolerates(ApiObject pod, String key, String value, String effect) {
        return pod.elements("spec", "tolerations").stream()
                .anyMatch(toleration -> covers(toleration, key, value, effect));
    }

    private static long untolerated(ApiObject pod, ApiObject node, Set<String> effects) {
        return node.elements("spec", "taints").stream()
                .filter(taint -> effects.contains(taint.path("effect").asText()))
                .filter(
                        taint ->
                                !tolerates(
                                        pod,
                                        taint.path("key").asText(),
                                        taint.path("value").asText(""),
                                        taint.path("effect").asText()))
                .count();
    }

    private static boolean covers(JsonNode toleration, String key, String value, String effect) {
        String wantedEffect = toleration.path("effect").asText("");
        String wantedKey = toleration.path("key").asText("");
        if (!wantedEffect.isEmpty() && !wantedEffect.equals(effect)) {
            return false;
        }
        if (!wantedKey.isEmpty() && !wantedKey.equals(key)) {
            return false;
        }
        return switch (toleration.path("operator").asText("")) {
            case "Exists" -> true;
            case "", "Equal" ->
                    !wantedKey.isEmpty() && toleration.path("value").asText("").equals(value);
            default -> false;
        };
    }
}
