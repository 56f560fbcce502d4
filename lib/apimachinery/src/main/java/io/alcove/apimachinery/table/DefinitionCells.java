package io.alcove.apimachinery.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.stream.Collectors;

/** Custom resource definitions, as 1.37 began to show them. */
final class DefinitionCells {

    private DefinitionCells() {}

    static void print(Cells row) {
        ApiObject definition = row.object();
        row.name().text("", "spec", "scope").text(servedVersions(definition));
        row.text("", "metadata", "creationTimestamp");
        row.text("", "spec", "group").text("", "spec", "names", "kind");
        row.text(String.join(",", definition.textList("spec", "names", "shortNames")));
        row.bool(isEstablished(definition));
    }

    private static String servedVersions(ApiObject definition) {
        return definition.elements("spec", "versions").stream()
                .filter(version -> version.path("served").asBoolean())
                .map(DefinitionCells::label)
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static String label(JsonNode version) {
        return version.path("name").asText()
                + (version.path("storage").asBoolean() ? "(storage)" : "");
    }

    private static boolean isEstablished(ApiObject definition) {
        return definition.elements("status", "conditions").stream()
                .anyMatch(
                        condition ->
                                condition.path("type").asText().equals("Established")
                                        && condition.path("status").asText().equals("True"));
    }
}
