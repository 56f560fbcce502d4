package io.alcove.apiserver.kinds.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.List;

/** A container that has ended stays so, unless its policies let it start again. */
final class ContainerStateRules {

    private ContainerStateRules() {}

    static void check(Inspection status, ApiObject old) {
        JsonNode spec = old.at("spec");
        if (!restartsAll(spec)) {
            list(status, old, "containerStatuses", "containers");
            list(status, old, "initContainerStatuses", "initContainers");
        }
        list(status, old, "ephemeralContainerStatuses", "");
    }

    private static boolean restartsAll(JsonNode spec) {
        for (String list : List.of("initContainers", "containers")) {
            for (JsonNode container : spec.path(list)) {
                for (JsonNode rule : container.path("restartPolicyRules")) {
                    if (rule.path("action").asText("").equals("RestartAllContainers")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static void list(Inspection status, ApiObject old, String field, String containers) {
        JsonNode before = old.at("status", field);
        for (int i = 0; i < before.size(); i++) {
            JsonNode ended = before.get(i).path("state").path("terminated");
            JsonNode now = find(status.node().path(field), before.get(i));
            boolean restarted =
                    ended.isObject()
                            && now.isObject()
                            && !now.path("state").path("terminated").isObject();
            if (restarted && !mayRestart(old, containers, before.get(i), ended)) {
                status.field(field)
                        .element(i)
                        .field("state")
                        .forbidden("may not be transitioned to non-terminated state");
            }
        }
    }

    private static JsonNode find(JsonNode list, JsonNode named) {
        for (JsonNode each : list) {
            if (each.path("name").equals(named.path("name"))) {
                return each;
            }
        }
        return MissingNode.getInstance();
    }

    private static boolean mayRestart(
            ApiObject pod, String containers, JsonNode status, JsonNode ended) {
        JsonNode container = find(pod.at("spec", containers), status);
        if (!container.isObject()) {
            return false;
        }
        long exitCode = ended.path("exitCode").asLong();
        String policy = pod.text("spec", "restartPolicy");
        if (container.has("restartPolicy")) {
            for (JsonNode rule : container.path("restartPolicyRules")) {
                if (matches(rule.path("exitCodes"), exitCode)) {
                    return true;
                }
            }
            policy = container.path("restartPolicy").asText("");
        }
        return switch (policy) {
            case "OnFailure" -> exitCode != 0;
            case "Never" -> false;
            default -> true;
        };
    }

    private static boolean matches(JsonNode exitCodes, long exitCode) {
        boolean listed = false;
        for (JsonNode value : exitCodes.path("values")) {
            listed |= value.asLong() == exitCode;
        }
        return switch (exitCodes.path("operator").asText("")) {
            case "In" -> listed;
            case "NotIn" -> !listed;
            default -> false;
        };
    }
}
