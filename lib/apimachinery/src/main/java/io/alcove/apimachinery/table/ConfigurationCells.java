package io.alcove.apimachinery.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;

/** The rows of what configures others: config maps, secrets, quotas, classes, leases. */
final class ConfigurationCells {

    private ConfigurationCells() {}

    static void nameAndAge(Cells row) {
        row.name().age();
    }

    static void accountSecrets(Cells row) {
        row.name().number(row.object().elements("secrets").size()).age();
    }

    static void configMap(Cells row) {
        ApiObject map = row.object();
        row.name().number(map.at("data").size() + map.at("binaryData").size()).age();
    }

    static void secret(Cells row) {
        row.name().text("", "type").number(row.object().at("data").size()).age();
    }

    static void namespace(Cells row) {
        row.name().text("", "status", "phase").age();
    }

    static void lease(Cells row) {
        row.name().text("", "spec", "holderIdentity").age();
    }

    static void runtimeClass(Cells row) {
        row.name().text("", "handler").age();
    }

    static void priorityClass(Cells row) {
        row.name().number("value").bool(row.object().at("globalDefault").asBoolean()).age();
        row.text("", "preemptionPolicy");
    }

    static void resourceQuota(Cells row) {
        row.name();
        row.text(QuotaText.of(row.object(), false)).text(QuotaText.of(row.object(), true)).age();
    }

    static void componentStatus(Cells row) {
        row.name();
        for (JsonNode condition : row.object().at("conditions")) {
            if (condition.path("type").asText().equals("Healthy")) {
                boolean healthy = condition.path("status").asText().equals("True");
                row.text(healthy ? "Healthy" : "Unhealthy");
                row.text(condition.path("message").asText(""));
                row.text(condition.path("error").asText(""));
                return;
            }
        }
        row.text("Unknown").text("").text("");
    }

    static void apiService(Cells row) {
        ApiObject service = row.object();
        JsonNode backend = service.at("spec", "service");
        row.name();
        row.text(
                backend.isObject()
                        ? backend.path("namespace").asText("")
                                + "/"
                                + backend.path("name").asText("")
                        : "Local");
        row.text(availability(service.at("status", "conditions"))).age();
    }

    private static String availability(JsonNode conditions) {
        for (JsonNode condition : conditions) {
            if (condition.path("type").asText().equals("Available")) {
                String status = condition.path("status").asText();
                String reason = condition.path("reason").asText("");
                boolean explained = !status.equals("True") && !reason.isEmpty();
                return explained ? status + " (" + reason + ")" : status;
            }
        }
        return "Unknown";
    }
}
