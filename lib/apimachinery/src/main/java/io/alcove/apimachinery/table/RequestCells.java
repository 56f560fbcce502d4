package io.alcove.apimachinery.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.List;

/** Requests that a controller works on, as their conditions tell how far it is. */
final class RequestCells {

    private static final List<String> OUTCOMES = List.of("Issued", "Denied", "Failed");
    private static final List<String> MIGRATION = List.of("Running", "Failed", "Succeeded");

    private RequestCells() {}

    static void podCertificate(Cells row) {
        ApiObject request = row.object();
        row.name().text("", "spec", "podName").text("", "spec", "serviceAccountName");
        row.text("", "spec", "nodeName").text("", "spec", "signerName");
        String state = "Pending";
        for (JsonNode condition : request.elements("status", "conditions")) {
            String type = condition.path("type").asText();
            state = OUTCOMES.contains(type) ? type : state;
        }
        row.text(state).text(Texts.labels(request.at("spec", "unverifiedUserAnnotations")));
    }

    static void storageMigration(Cells row) {
        ApiObject migration = row.object();
        String group = migration.text("spec", "resource", "group");
        String resource = migration.text("spec", "resource", "resource");
        row.name().text(group.isEmpty() ? resource : resource + "." + group);
        String state = "Unknown";
        for (JsonNode condition : migration.elements("status", "conditions")) {
            String type = condition.path("type").asText();
            boolean holds = condition.path("status").asText().equals("True");
            state = holds && MIGRATION.contains(type) ? type : state;
        }
        row.text(state);
    }

    static void trustBundle(Cells row) {
        row.name().text("<none>", "spec", "signerName");
    }
}
