package io.alcove.controllermanager.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.controllermanager.controller.Conditions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A Deployment's conditions, which say also when they were last confirmed. */
record DeploymentConditions(ApiObject deployment, Instant now) {

    static final String PROGRESSING = "Progressing";
    static final String AVAILABLE = "Available";
    static final String REPLICA_FAILURE = "ReplicaFailure";

    Optional<JsonNode> find(String type) {
        return new Conditions(deployment, now).find(type);
    }

    String reason(String type) {
        return new Conditions(deployment, now).reason(type);
    }

    /** Nothing where status and reason are as before. */
    void set(String type, String status, String reason, String message) {
        Optional<JsonNode> present = find(type);
        boolean same =
                present.filter(p -> p.path("status").asText().equals(status))
                        .filter(p -> p.path("reason").asText().equals(reason))
                        .isPresent();
        if (!same) {
            confirm(type, status, reason, message);
        }
    }

    /** As {@link #set}, but always with a new time of update. */
    void confirm(String type, String status, String reason, String message) {
        String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
        String transition =
                find(type)
                        .filter(p -> p.path("status").asText().equals(status))
                        .map(p -> p.path("lastTransitionTime").asText())
                        .orElse(time);
        remove(type);
        ObjectNode condition = deployment.with("status").withArray("conditions").addObject();
        condition
                .put("type", type)
                .put("status", status)
                .put("lastUpdateTime", time)
                .put("lastTransitionTime", transition)
                .put("reason", reason)
                .put("message", message);
    }

    void remove(String type) {
        new Conditions(deployment, now).remove(type);
    }
}
