package io.alcove.controllermanager.nodelifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.alcove.apimachinery.object.ApiObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The taints by which a node's conditions keep new pods off it. */
final class ConditionTaints {

    private static final String PREFIX = "node.kubernetes.io/";
    private static final String EFFECT = "NoSchedule";
    private static final String UNSCHEDULABLE = PREFIX + "unschedulable";

    /** By the condition's type and status. */
    private static final Map<String, String> KEYS =
            Map.of(
                    "Ready=False", PREFIX + "not-ready",
                    "Ready=Unknown", PREFIX + "unreachable",
                    "MemoryPressure=True", PREFIX + "memory-pressure",
                    "DiskPressure=True", PREFIX + "disk-pressure",
                    "NetworkUnavailable=True", PREFIX + "network-unavailable",
                    "PIDPressure=True", PREFIX + "pid-pressure");

    private ConditionTaints() {}

    /** All taints that the node is to have; others than those of conditions stay as they are. */
    static List<JsonNode> of(ApiObject node) {
        Set<String> wanted = wantedKeys(node);
        List<JsonNode> taints = new ArrayList<>();
        for (JsonNode taint : node.elements("spec", "taints")) {
            String key = taint.path("key").asText();
            if (!isOurs(taint) || wanted.remove(key)) {
                taints.add(taint);
            }
        }
        for (String key : wanted) {
            taints.add(JsonNodeFactory.instance.objectNode().put("key", key).put("effect", EFFECT));
        }
        return taints;
    }

    private static Set<String> wantedKeys(ApiObject node) {
        Set<String> keys = new LinkedHashSet<>();
        for (JsonNode condition : node.elements("status", "conditions")) {
            String state =
                    condition.path("type").asText() + "=" + condition.path("status").asText();
            if (KEYS.containsKey(state)) {
                keys.add(KEYS.get(state));
            }
        }
        if (node.at("spec", "unschedulable").asBoolean()) {
            keys.add(UNSCHEDULABLE);
        }
        return keys;
    }

    private static boolean isOurs(JsonNode taint) {
        String key = taint.path("key").asText();
        return taint.path("effect").asText().equals(EFFECT)
                && (key.equals(UNSCHEDULABLE) || KEYS.containsValue(key));
    }
}
