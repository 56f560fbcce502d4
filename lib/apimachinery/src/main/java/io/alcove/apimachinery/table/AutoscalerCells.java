package io.alcove.apimachinery.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.ArrayList;
import java.util.List;

/**
 * The row of a horizontal pod autoscaler. Of the metrics of autoscaling/v1 only the CPU's target is
 * shown; those that v1 keeps in annotations are shown in v2.
 */
final class AutoscalerCells {

    private static final String UNKNOWN = "<unknown>";
    private static final int SHOWN = 2;

    private AutoscalerCells() {}

    static void print(Cells row) {
        ApiObject autoscaler = row.object();
        JsonNode target = autoscaler.at("spec", "scaleTargetRef");
        row.name();
        row.text(target.path("kind").asText("") + "/" + target.path("name").asText(""));
        row.text(targets(autoscaler));
        row.text(autoscaler.at("spec", "minReplicas").asText(Texts.UNSET));
        row.number("spec", "maxReplicas").number("status", "currentReplicas").age();
    }

    private static String targets(ApiObject autoscaler) {
        List<String> targets =
                autoscaler.apiVersion().equals("autoscaling/v1")
                        ? cpuTarget(autoscaler)
                        : metricTargets(autoscaler);
        if (targets.isEmpty()) {
            return Texts.NONE;
        }
        String text = String.join(", ", targets.subList(0, Math.min(SHOWN, targets.size())));
        int more = targets.size() - SHOWN;
        return more > 0 ? text + " + " + more + " more..." : text;
    }

    /** What v1 has of metrics outside of annotations. */
    private static List<String> cpuTarget(ApiObject autoscaler) {
        JsonNode wanted = autoscaler.at("spec", "targetCPUUtilizationPercentage");
        JsonNode current = autoscaler.at("status", "currentCPUUtilizationPercentage");
        return wanted.isNumber()
                ? List.of("cpu: " + percentage(current, UNKNOWN) + "/" + percentage(wanted, ""))
                : List.of();
    }

    private static List<String> metricTargets(ApiObject autoscaler) {
        List<String> targets = new ArrayList<>();
        JsonNode statuses = autoscaler.at("status", "currentMetrics");
        for (JsonNode metric : autoscaler.at("spec", "metrics")) {
            targets.add(metricTarget(metric, statuses.path(targets.size())));
        }
        return targets;
    }

    private static String metricTarget(JsonNode metric, JsonNode status) {
        return switch (metric.path("type").asText()) {
            case "External" -> value(metric.path("external"), status.path("external"));
            case "Object" -> value(metric.path("object"), status.path("object"));
            case "Pods" ->
                    average(status.path("pods"))
                            + "/"
                            + metric.path("pods").path("target").path("averageValue").asText("0");
            case "Resource" -> resource(metric.path("resource"), status.path("resource"));
            case "ContainerResource" ->
                    resource(metric.path("containerResource"), status.path("containerResource"));
            default -> "<unknown type>";
        };
    }

    private static String value(JsonNode metric, JsonNode status) {
        JsonNode target = metric.path("target");
        if (target.has("averageValue")) {
            return average(status) + "/" + target.path("averageValue").asText() + " (avg)";
        }
        String current = status.path("current").path("value").asText(UNKNOWN);
        return current + "/" + target.path("value").asText("0");
    }

    private static String resource(JsonNode metric, JsonNode status) {
        JsonNode target = metric.path("target");
        String name = metric.path("name").asText("") + ": ";
        if (target.has("averageValue")) {
            return name + average(status) + "/" + target.path("averageValue").asText();
        }
        JsonNode current = status.path("current").path("averageUtilization");
        return name
                + percentage(current, UNKNOWN)
                + "/"
                + percentage(target.path("averageUtilization"), "<auto>");
    }

    private static String average(JsonNode status) {
        return status.path("current").path("averageValue").asText(UNKNOWN);
    }

    private static String percentage(JsonNode number, String absent) {
        return number.isNumber() ? number.asLong() + "%" : absent;
    }
}
