package io.alcove.scheduler.plugins;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.scheduler.framework.FilterPlugin;
import io.alcove.scheduler.framework.NodeInfo;
import io.alcove.scheduler.framework.PodInfo;
import io.alcove.scheduler.framework.ScorePlugin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pod's node selector, and its required and preferred node affinity. */
final class NodeAffinity implements FilterPlugin, ScorePlugin {

    private static final List<String> MISMATCH =
            List.of("node(s) didn't match Pod's node affinity/selector");

    @Override
    public List<String> reasonsAgainst(PodInfo info, NodeInfo node) {
        ApiObject pod = info.pod();
        Map<String, String> labels = node.node().labels();
        boolean selected =
                labels.entrySet().containsAll(pod.textMap("spec", "nodeSelector").entrySet());
        JsonNode required = affinity(pod).path("requiredDuringSchedulingIgnoredDuringExecution");
        return selected && (required.isMissingNode() || matchesAny(required, node.node()))
                ? List.of()
                : MISMATCH;
    }

    @Override
    public List<Double> scores(PodInfo info, List<NodeInfo> nodes) {
        return ScorePlugin.normalized(
                nodes.stream().map(node -> preference(info.pod(), node.node())).toList());
    }

    private static double preference(ApiObject pod, ApiObject node) {
        double sum = 0;
        for (JsonNode term :
                affinity(pod).path("preferredDuringSchedulingIgnoredDuringExecution")) {
            if (matches(term.path("preference"), node)) {
                sum += term.path("weight").asInt();
            }
        }
        return sum;
    }

    private static JsonNode affinity(ApiObject pod) {
        return pod.at("spec", "affinity", "nodeAffinity");
    }

    private static boolean matchesAny(JsonNode selector, ApiObject node) {
        for (JsonNode term : selector.path("nodeSelectorTerms")) {
            if (matches(term, node)) {
                return true;
            }
        }
        return false;
    }

    /** A term without any requirement matches no node. */
    private static boolean matches(JsonNode term, ApiObject node) {
        if (term.path("matchExpressions").isEmpty() && term.path("matchFields").isEmpty()) {
            return false;
        }
        for (JsonNode requirement : term.path("matchExpressions")) {
            if (!holds(requirement, node.label(requirement.path("key").asText()))) {
                return false;
            }
        }
        for (JsonNode requirement : term.path("matchFields")) {
            if (!holds(requirement, Optional.of(node.name()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(JsonNode requirement, Optional<String> value) {
        boolean isListed = false;
        for (JsonNode listed : requirement.path("values")) {
            isListed |= value.filter(listed.asText()::equals).isPresent();
        }
        return switch (requirement.path("operator").asText()) {
            case "In" -> isListed;
            case "NotIn" -> !isListed;
            case "Exists" -> value.isPresent();
            case "DoesNotExist" -> value.isEmpty();
            case "Gt" -> difference(requirement, value) > 0;
            case "Lt" -> difference(requirement, value) < 0;
            default -> false;
        };
    }

    /** The sign of value minus bound; 0, which satisfies neither, where one is no integer. */
    private static int difference(JsonNode requirement, Optional<String> value) {
        try {
            long bound = Long.parseLong(requirement.path("values").path(0).asText());
            return value.isEmpty() ? 0 : Long.compare(Long.parseLong(value.get()), bound);
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
