package io.alcove.apimachinery.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rows of what allows and forbids: RBAC, budgets, admission, certificates. */
final class PolicyCells {

    private PolicyCells() {}

    static void roleBinding(Cells row) {
        ApiObject binding = row.object();
        row.name().text(binding.text("roleRef", "kind") + "/" + binding.text("roleRef", "name"));
        row.age();
        row.text(subjects(binding, "User"));
        row.text(subjects(binding, "Group"));
        row.text(subjects(binding, "ServiceAccount"));
    }

    static void disruptionBudget(Cells row) {
        ApiObject budget = row.object();
        row.name();
        row.text(budget.at("spec", "minAvailable").asText("N/A"));
        row.text(budget.at("spec", "maxUnavailable").asText("N/A"));
        row.number("status", "disruptionsAllowed").age();
    }

    static void webhooks(Cells row) {
        row.name().number(row.object().at("webhooks").size()).age();
    }

    static void validatingPolicy(Cells row) {
        policy(row, "validations");
    }

    static void mutatingPolicy(Cells row) {
        policy(row, "mutations");
    }

    static void policyBinding(Cells row) {
        row.name().text("", "spec", "policyName");
        row.text(parameters(row.object().at("spec", "paramRef"))).age();
    }

    static void signingRequest(Cells row) {
        ApiObject request = row.object();
        row.name().age();
        row.text(Texts.orElse(request.text("spec", "signerName"), Texts.NONE));
        row.text("", "spec", "username");
        JsonNode seconds = request.at("spec", "expirationSeconds");
        row.text(
                seconds.isNumber()
                        ? HumanDuration.of(Duration.ofSeconds(seconds.asLong()))
                        : Texts.NONE);
        row.text(signingStatus(request));
    }

    private static void policy(Cells row, String rules) {
        JsonNode kind = row.object().at("spec", "paramKind");
        row.name().number(row.object().at("spec", rules).size());
        row.text(
                kind.isObject()
                        ? kind.path("apiVersion").asText("") + "/" + kind.path("kind").asText("")
                        : Texts.UNSET);
        row.age();
    }

    private static String parameters(JsonNode reference) {
        String name = reference.path("name").asText("");
        if (!name.isEmpty()) {
            return Texts.orElse(reference.path("namespace").asText(""), "*") + "/" + name;
        }
        JsonNode selector = reference.path("selector");
        return selector.isObject() ? Texts.selector(selector) : Texts.UNSET;
    }

    private static String subjects(ApiObject binding, String kind) {
        List<String> names = new ArrayList<>();
        for (JsonNode subject : binding.at("subjects")) {
            if (subject.path("kind").asText().equals(kind)) {
                String namespace = subject.path("namespace").asText("");
                String name = subject.path("name").asText("");
                names.add(namespace.isEmpty() ? name : namespace + "/" + name);
            }
        }
        return String.join(", ", names);
    }

    private static String signingStatus(ApiObject request) {
        Set<String> conditions = new HashSet<>();
        request.at("status", "conditions").forEach(c -> conditions.add(c.path("type").asText()));
        String decision = conditions.contains("Approved") ? "Approved" : "Pending";
        return (conditions.contains("Denied") ? "Denied" : decision)
                + (conditions.contains("Failed") ? ",Failed" : "")
                + (request.text("status", "certificate").isEmpty() ? "" : ",Issued");
    }
}
