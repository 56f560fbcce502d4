package io.alcove.apiserver.admission.quota;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One of the conditions under which a quota counts an object.
 *
 * @param name "Terminating", "PriorityClass", ...
 * @param operator "In", "NotIn", "Exists" or "DoesNotExist", of the values
 */
record QuotaScope(String name, String operator, List<String> values) {

    static List<QuotaScope> of(ApiObject quota) {
        List<QuotaScope> scopes = new ArrayList<>();
        for (String name : quota.textList("spec", "scopes")) {
            scopes.add(new QuotaScope(name, "Exists", List.of()));
        }
        quota.elements("spec", "scopeSelector", "matchExpressions")
                .forEach(expression -> scopes.add(of(expression)));
        return scopes;
    }

    static QuotaScope of(JsonNode expression) {
        return new QuotaScope(
                expression.path("scopeName").asText(""),
                expression.path("operator").asText(""),
                expression.path("values").valueStream().map(JsonNode::asText).toList());
    }

    /** Whether the one value that an object has, or its having none, is selected. */
    boolean selects(Set<String> present) {
        return switch (operator) {
            case "Exists" -> !present.isEmpty();
            case "DoesNotExist" -> present.isEmpty();
            case "In" -> present.stream().anyMatch(values::contains);
            case "NotIn" ->
                    present.isEmpty() || present.stream().anyMatch(v -> !values.contains(v));
            default -> false;
        };
    }

    /** As Go prints the structure. */
    @Override
    public String toString() {
        return "{" + name + " " + operator + " [" + String.join(" ", values) + "]}";
    }
}
