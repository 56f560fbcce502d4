package io.alcove.apimachinery.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;

/** The rows of API priority and fairness. */
final class FlowCells {

    private FlowCells() {}

    static void schema(Cells row) {
        row.name().text("", "spec", "priorityLevelConfiguration", "name");
        row.number("spec", "matchingPrecedence");
        row.text(Texts.NONE, "spec", "distinguisherMethod", "type").age();
        row.text(dangling(row.object().at("status", "conditions")));
    }

    static void priorityLevel(Cells row) {
        ApiObject level = row.object();
        JsonNode limited = level.at("spec", "limited");
        JsonNode queuing = limited.path("limitResponse").path("queuing");
        row.name().text("", "spec", "type");
        numberOrNone(row, limited, "nominalConcurrencyShares");
        numberOrNone(row, queuing, "queues");
        numberOrNone(row, queuing, "handSize");
        numberOrNone(row, queuing, "queueLengthLimit");
        row.age();
    }

    private static void numberOrNone(Cells row, JsonNode holder, String field) {
        if (holder.isObject()) {
            row.number(holder.path(field).asLong());
        } else {
            row.text(Texts.NONE);
        }
    }

    private static String dangling(JsonNode conditions) {
        for (JsonNode condition : conditions) {
            if (condition.path("type").asText().equals("Dangling")) {
                return condition.path("status").asText();
            }
        }
        return "?";
    }
}
