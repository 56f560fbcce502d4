package io.alcove.apimachinery.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.alcove.apimachinery.object.ApiObject;
import java.util.Optional;

/** The row of a pod. */
final class PodCells {

    private PodCells() {}

    static void print(Cells row) {
        ApiObject pod = row.object();
        PodSummary summary = PodSummary.of(pod);
        row.name();
        row.text(summary.ready() + "/" + summary.containers());
        row.text(summary.reason());
        row.text(restarts(row, summary));
        row.age();
        row.text(
                Texts.orElse(pod.at("status", "podIPs").path(0).path("ip").asText(""), Texts.NONE));
        row.text(Texts.orElse(pod.text("spec", "nodeName"), Texts.NONE));
        row.text(Texts.orElse(pod.text("status", "nominatedNodeName"), Texts.NONE));
        row.text(readinessGates(pod));
    }

    /** The row condition of a pod that has ended; empty for every other object. */
    static Optional<ArrayNode> conditions(ApiObject object) {
        if (!object.kind().equals("Pod") || !object.apiVersion().equals("v1")) {
            return Optional.empty();
        }
        return switch (object.text("status", "phase")) {
            case "Succeeded" ->
                    Optional.of(completed("Succeeded", "The pod has completed successfully."));
            case "Failed" -> Optional.of(completed("Failed", "The pod failed."));
            default -> Optional.empty();
        };
    }

    private static ArrayNode completed(String reason, String message) {
        ArrayNode conditions = JsonNodeFactory.instance.arrayNode();
        conditions
                .addObject()
                .put("type", "Completed")
                .put("status", "True")
                .put("reason", reason)
                .put("message", message);
        return conditions;
    }

    private static String restarts(Cells row, PodSummary summary) {
        if (summary.restarts() == 0 || summary.lastRestart().isEmpty()) {
            return String.valueOf(summary.restarts());
        }
        return summary.restarts() + " (" + row.since(summary.lastRestart()) + " ago)";
    }

    private static String readinessGates(ApiObject pod) {
        JsonNode gates = pod.at("spec", "readinessGates");
        if (gates.isEmpty()) {
            return Texts.NONE;
        }
        int passed = 0;
        for (JsonNode gate : gates) {
            String type = gate.path("conditionType").asText();
            passed += Texts.isTrue(pod.at("status", "conditions"), type) ? 1 : 0;
        }
        return passed + "/" + gates.size();
    }
}
