package io.alcove.controllermanager.nodelifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apimachinery.object.ApiObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionTaintsTest {

    private static final String NOT_READY =
            "{'key':'node.kubernetes.io/not-ready','effect':'NoSchedule'}";

    private record Case(String name, String conditions, String spec, List<String> taints) {}

    @Test
    void followConditions() {
        for (Case c :
                List.of(
                        new Case("a new node keeps pods off", "", taints(NOT_READY), List.of()),
                        new Case(
                                "one that is ready does not",
                                condition("Ready", "True"),
                                taints(NOT_READY),
                                List.of()),
                        new Case(
                                "one that is not ready does",
                                condition("Ready", "False"),
                                taints(NOT_READY),
                                List.of("node.kubernetes.io/not-ready:NoSchedule")),
                        new Case(
                                "one that is silent is unreachable",
                                condition("Ready", "Unknown"),
                                taints(NOT_READY),
                                List.of("node.kubernetes.io/unreachable:NoSchedule")),
                        new Case(
                                "others stay",
                                condition("Ready", "True"),
                                taints(
                                        "{'key':'gpu','effect':'NoSchedule'},{'key':'node.kubernetes.io/not-ready','effect':'NoExecute'}"),
                                List.of(
                                        "gpu:NoSchedule",
                                        "node.kubernetes.io/not-ready:NoExecute")),
                        new Case(
                                "cordoned under pressure",
                                condition("DiskPressure", "True"),
                                "'unschedulable':true",
                                List.of(
                                        "node.kubernetes.io/disk-pressure:NoSchedule",
                                        "node.kubernetes.io/unschedulable:NoSchedule")))) {
            ApiObject node =
                    parse(
                            "{'spec':{%s},'status':{'conditions':[%s]}}"
                                    .formatted(c.spec(), c.conditions()));
            assertThat(
                            ConditionTaints.of(node).stream()
                                    .map(
                                            t ->
                                                    t.path("key").asText()
                                                            + ":"
                                                            + t.path("effect").asText())
                                    .toList())
                    .as(c.name())
                    .isEqualTo(c.taints());
        }
    }

    private static String taints(String taints) {
        return "'taints':[" + taints + "]";
    }

    private static String condition(String type, String status) {
        return "{'type':'" + type + "','status':'" + status + "'}";
    }

    private static ApiObject parse(String json) {
        return ApiObject.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
