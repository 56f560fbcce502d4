package io.alcove.controllermanager.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The list status.conditions of an object that may be changed. */
public final class Conditions {

    private final ApiObject object;
    private final Instant now;

    public Conditions(ApiObject object, Instant now) {
        this.object = object;
        this.now = now;
    }

    public Optional<JsonNode> find(String type) {
        return object.elements("status", "conditions").stream()
                .filter(c -> c.path("type").asText().equals(type))
                .findFirst();
    }

    /** The reason of a condition, or empty where it is not there. */
    public String reason(String type) {
        return find(type).map(c -> c.path("reason").asText()).orElse("");
    }

    public boolean isTrue(String type) {
        return find(type).filter(c -> c.path("status").asText().equals("True")).isPresent();
    }

    /** Writes what differs; the transition time moves with the status alone. */
    public boolean set(Condition condition) {
        Optional<JsonNode> present = find(condition.type());
        if (present.filter(p -> isSame(p, condition)).isPresent()) {
            return false;
        }
        boolean turned =
                present.filter(p -> p.path("status").asText().equals(condition.statusWord()))
                        .isEmpty();
        ObjectNode node = present.map(ObjectNode.class::cast).orElseGet(this::added);
        node.put("type", condition.type()).put("status", condition.statusWord());
        if (turned) {
            node.put("lastTransitionTime", now.truncatedTo(ChronoUnit.SECONDS).toString());
        }
        node.put("reason", condition.reason()).put("message", condition.message());
        return true;
    }

    public void remove(String type) {
        if (object.at("status", "conditions") instanceof ArrayNode list) {
            for (int i = list.size() - 1; i >= 0; i--) {
                if (list.get(i).path("type").asText().equals(type)) {
                    list.remove(i);
                }
            }
        }
    }

    private ObjectNode added() {
        return object.with("status").withArray("conditions").addObject();
    }

    private static boolean isSame(JsonNode present, Condition condition) {
        return present.path("status").asText().equals(condition.statusWord())
                && present.path("reason").asText().equals(condition.reason())
                && present.path("message").asText().equals(condition.message());
    }
}
