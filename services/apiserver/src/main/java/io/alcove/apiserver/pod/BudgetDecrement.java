package io.alcove.apiserver.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One disruption taken out of a budget's status, as upstream's checkAndDecrement. */
final class BudgetDecrement {

    /** More evictions that the controller has not seen yet are refused. */
    private static final int MAX_DISRUPTED = 2000;

    private static final String CONDITION = "DisruptionAllowed";

    private BudgetDecrement() {}

    /**
     * @throws io.alcove.apimachinery.status.StatusException where the budget allows none
     */
    static ApiObject of(ApiObject budget, String podName, Instant now) {
        BudgetRefusal.check(budget, MAX_DISRUPTED);
        ApiObject less = budget.copy();
        ObjectNode status = less.with("status");
        String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
        long left = status.path("disruptionsAllowed").asLong() - 1;
        status.put("disruptionsAllowed", left);
        if (left == 0) {
            setExhausted(status, time);
        }
        less.with("status", "disruptedPods").put(podName, time);
        return less;
    }

    /** The condition DisruptionAllowed of a budget; missing where it has none. */
    static JsonNode condition(ApiObject budget) {
        return condition(budget.at("status"));
    }

    private static JsonNode condition(JsonNode status) {
        for (JsonNode condition : status.path("conditions")) {
            if (condition.path("type").asText().equals(CONDITION)) {
                return condition;
            }
        }
        return status.path("conditions").path(CONDITION);
    }

    private static void setExhausted(ObjectNode status, String time) {
        ArrayNode conditions = status.withArrayProperty("conditions");
        boolean present = condition(status) instanceof ObjectNode;
        ObjectNode condition = present ? (ObjectNode) condition(status) : conditions.addObject();
        if (!condition.path("status").asText().equals("False")) {
            condition.put("lastTransitionTime", time);
        }
        condition
                .put("type", CONDITION)
                .put("status", "False")
                .put("observedGeneration", status.path("observedGeneration").asLong())
                .put("reason", "InsufficientPods")
                .put("message", "");
    }
}
