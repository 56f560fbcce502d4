package io.alcove.apiserver.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** status.conditions of a pod. */
final class PodConditions {

    static final String SCHEDULED = "PodScheduled";
    static final String DISRUPTION_TARGET = "DisruptionTarget";
    private static final String READY = "Ready";

    private PodConditions() {}

    static boolean isReady(ApiObject pod) {
        return pod.elements("status", "conditions").stream()
                .anyMatch(condition -> isType(condition, READY) && isTrue(condition));
    }

    /** Replaces the condition, whose transition time stays where it was true before. */
    static void setTrue(ApiObject pod, String type, String reason, String message, Instant now) {
        ArrayNode conditions = pod.with("status").withArrayProperty("conditions");
        int index = 0;
        while (index < conditions.size() && !isType(conditions.get(index), type)) {
            index++;
        }
        ObjectNode condition = JsonNodeFactory.instance.objectNode();
        condition.put("type", type).put("status", "True").putNull("lastProbeTime");
        JsonNode old = conditions.path(index);
        condition.put(
                "lastTransitionTime",
                isTrue(old)
                        ? old.path("lastTransitionTime").asText()
                        : now.truncatedTo(ChronoUnit.SECONDS).toString());
        putUnlessEmpty(condition, "reason", reason);
        putUnlessEmpty(condition, "message", message);
        if (index < conditions.size()) {
            conditions.set(index, condition);
        } else {
            conditions.add(condition);
        }
    }

    private static boolean isType(JsonNode condition, String type) {
        return condition.path("type").asText().equals(type);
    }

    private static boolean isTrue(JsonNode condition) {
        return condition.path("status").asText().equals("True");
    }

    private static void putUnlessEmpty(ObjectNode node, String field, String value) {
        if (!value.isEmpty()) {
            node.put(field, value);
        }
    }
}
