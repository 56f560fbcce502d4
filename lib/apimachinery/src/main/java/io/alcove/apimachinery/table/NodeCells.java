package io.alcove.apimachinery.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.Map;
import java.util.TreeSet;

/** The row of a node. */
final class NodeCells {

    private static final String ROLE_PREFIX = "node-role.kubernetes.io/";
    private static final String ROLE = "kubernetes.io/role";
    private static final String UNKNOWN = "<unknown>";

    private NodeCells() {}

    static void print(Cells row) {
        ApiObject node = row.object();
        JsonNode info = node.at("status", "nodeInfo");
        row.name().text(status(node)).text(roles(node)).age();
        row.text(info.path("kubeletVersion").asText(""));
        row.text(address(node, "InternalIP")).text(address(node, "ExternalIP"));
        row.text(Texts.orElse(info.path("osImage").asText(""), UNKNOWN));
        String architecture = info.path("architecture").asText("");
        row.text(
                Texts.orElse(info.path("kernelVersion").asText(""), UNKNOWN)
                        + (architecture.isEmpty() ? "" : " (" + architecture + ")"));
        row.text(Texts.orElse(info.path("containerRuntimeVersion").asText(""), UNKNOWN));
    }

    private static String status(ApiObject node) {
        String status = "Unknown";
        for (JsonNode condition : node.at("status", "conditions")) {
            if (condition.path("type").asText().equals("Ready")) {
                boolean ready = condition.path("status").asText().equals("True");
                status = ready ? "Ready" : "NotReady";
            }
        }
        boolean unschedulable = node.at("spec", "unschedulable").asBoolean();
        return unschedulable ? status + ",SchedulingDisabled" : status;
    }

    private static String roles(ApiObject node) {
        TreeSet<String> roles = new TreeSet<>();
        for (Map.Entry<String, String> label : node.labels().entrySet()) {
            if (label.getKey().startsWith(ROLE_PREFIX)) {
                roles.add(label.getKey().substring(ROLE_PREFIX.length()));
            } else if (label.getKey().equals(ROLE)) {
                roles.add(label.getValue());
            }
        }
        roles.remove("");
        return Texts.orElse(String.join(",", roles), Texts.NONE);
    }

    private static String address(ApiObject node, String type) {
        for (JsonNode address : node.at("status", "addresses")) {
            if (address.path("type").asText().equals(type)) {
                return address.path("address").asText();
            }
        }
        return Texts.NONE;
    }
}
