package io.alcove.apiserver.customresource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The conditions in a definition's status. */
public final class Conditions {

    /** One of them, without its time. */
    public record Condition(String type, String status, String reason, String message) {}

    private Conditions() {}

    static Map<String, Boolean> truths(ApiObject definition) {
        Map<String, Boolean> truths = new HashMap<>();
        for (JsonNode condition : definition.at("status", "conditions")) {
            truths.put(
                    condition.path("type").asText(),
                    condition.path("status").asText().equals("True"));
        }
        return truths;
    }

    static Optional<Condition> find(ApiObject definition, String type) {
        return definition.elements("status", "conditions").stream()
                .filter(condition -> condition.path("type").asText().equals(type))
                .map(
                        condition ->
                                new Condition(
                                        type,
                                        condition.path("status").asText(),
                                        condition.path("reason").asText(""),
                                        condition.path("message").asText("")))
                .findFirst();
    }

    /** Puts it in the place of the one of its type; the time is kept where the status is. */
    public static void set(ApiObject definition, Condition condition, Instant now) {
        ObjectNode status = definition.with("status");
        ArrayNode list =
                status.get("conditions") instanceof ArrayNode present
                        ? present
                        : status.putArray("conditions");
        ObjectNode node = present(list, condition.type());
        if (!node.path("status").asText("").equals(condition.status())) {
            node.put("lastTransitionTime", now.truncatedTo(ChronoUnit.SECONDS).toString());
        }
        node.put("message", condition.message());
        node.put("reason", condition.reason());
        node.put("status", condition.status());
        node.put("type", condition.type());
    }

    private static ObjectNode present(ArrayNode list, String type) {
        for (JsonNode condition : list) {
            if (condition instanceof ObjectNode node && node.path("type").asText().equals(type)) {
                return node;
            }
        }
        return list.addObject();
    }
}
