package io.alcove.apiserver.kinds.certificates;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The conditions of a signing request, some of which decide it. */
final class RequestConditions {

    private static final List<String> DECISIONS = List.of("Approved", "Denied");
    private static final List<String> FINAL = List.of("Approved", "Denied", "Failed");
    private static final List<String> TRUE = List.of("True");
    private static final List<String> STATUSES = List.of("False", "True", "Unknown");

    private RequestConditions() {}

    static void check(Inspection conditions) {
        if (conditions.size() == 0) {
            return;
        }
        Set<String> seen = new HashSet<>();
        conditions.each(
                condition -> {
                    Inspection type = condition.field("type");
                    type.required();
                    condition
                            .field("status")
                            .requiredOneOf(FINAL.contains(type.text()) ? TRUE : STATUSES);
                    boolean known = !seen.add(type.text());
                    if (DECISIONS.contains(type.text()) && seen.containsAll(DECISIONS)) {
                        conditions.invalid(
                                type.text(),
                                "Approved and Denied conditions are mutually exclusive");
                    }
                    if (known) {
                        type.duplicate();
                    }
                });
    }

    static void checkKept(Inspection conditions, JsonNode old) {
        for (String type : FINAL) {
            if (of(conditions.node(), type).size() < of(old, type).size()) {
                conditions.forbidden("updates may not remove a condition of type \"" + type + "\"");
            }
        }
    }

    static void checkSame(Inspection conditions, JsonNode old) {
        for (String type : DECISIONS) {
            List<JsonNode> before = of(old, type);
            List<JsonNode> now = of(conditions.node(), type);
            if (now.size() > before.size()) {
                conditions.forbidden("updates may not add a condition of type \"" + type + "\"");
            } else if (now.size() == before.size() && !now.equals(before)) {
                conditions.forbidden("updates may not modify a condition of type \"" + type + "\"");
            }
        }
    }

    private static List<JsonNode> of(JsonNode conditions, String type) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode condition : conditions) {
            if (condition.path("type").asText("").equals(type)) {
                found.add(condition);
            }
        }
        return found;
    }
}
