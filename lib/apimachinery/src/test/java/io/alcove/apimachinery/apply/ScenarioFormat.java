package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Writes a scenario with one line for each part of a step, so that a diff shows what changed. */
final class ScenarioFormat {

    private ScenarioFormat() {}

    static String text(ObjectNode scenario) {
        StringBuilder out = new StringBuilder("{\n");
        for (Map.Entry<String, JsonNode> part : scenario.properties()) {
            if (!part.getKey().equals("steps")) {
                out.append(line(1, part.getKey(), part.getValue())).append(",\n");
            }
        }
        out.append("  \"steps\": [\n");
        String separator = "";
        for (JsonNode step : scenario.path("steps")) {
            out.append(separator).append("    {\n").append(parts(step)).append("\n    }");
            separator = ",\n";
        }
        return out.append("\n  ]\n}\n").toString();
    }

    private static String parts(JsonNode step) {
        return String.join(
                ",\n",
                step.properties().stream().map(e -> line(3, e.getKey(), e.getValue())).toList());
    }

    private static String line(int depth, String name, JsonNode value) {
        return "  ".repeat(depth) + "\"" + name + "\": " + value;
    }
}
