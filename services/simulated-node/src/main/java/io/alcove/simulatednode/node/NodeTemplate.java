package io.alcove.simulatednode.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.ObjectName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A Node as its kubelet registers and reports it. */
final class NodeTemplate {

    private static final GroupVersionKind NODE = new GroupVersionKind("", "v1", "Node");
    private static final int KUBELET_PORT = 10250;

    private final SimulatedNode node;
    private final String podRange;

    NodeTemplate(SimulatedNode node, String podRange) {
        this.node = node;
        this.podRange = podRange;
    }

    ApiObject registered(Instant now) {
        ApiObject object = ApiObject.of(NODE, ObjectName.clusterScoped(node.name()));
        object.with("metadata", "labels")
                .put("kubernetes.io/hostname", node.name())
                .put("kubernetes.io/os", "linux")
                .put("kubernetes.io/arch", "amd64");
        object.with("spec").put("podCIDR", podRange).putArray("podCIDRs").add(podRange);
        report(object, now);
        return object;
    }

    /** Fills in what a kubelet reports of its node. */
    void report(ApiObject object, Instant now) {
        ObjectNode status = object.with("status");
        for (String resources : new String[] {"capacity", "allocatable"}) {
            status.putObject(resources).put("cpu", "16").put("memory", "64Gi").put("pods", "500");
        }
        ArrayNode addresses = status.putArray("addresses");
        addresses.addObject().put("type", "InternalIP").put("address", node.address());
        addresses.addObject().put("type", "Hostname").put("address", node.name());
        status.putObject("daemonEndpoints").putObject("kubeletEndpoint").put("Port", KUBELET_PORT);
        reportInfo(status.putObject("nodeInfo"));
        ArrayNode before =
                status.path("conditions") instanceof ArrayNode a ? a : status.arrayNode();
        ArrayNode conditions = status.arrayNode();
        conditions.add(condition(before, "MemoryPressure", "False", now));
        conditions.add(condition(before, "DiskPressure", "False", now));
        conditions.add(condition(before, "PIDPressure", "False", now));
        conditions.add(condition(before, "Ready", "True", now));
        before.forEach(other -> keepForeign(conditions, other));
        status.set("conditions", conditions);
    }

    private void reportInfo(ObjectNode info) {
        String id = UUID.nameUUIDFromBytes(node.name().getBytes(StandardCharsets.UTF_8)).toString();
        info.put("machineID", id.replace("-", ""))
                .put("systemUUID", id)
                .put("bootID", id)
                .put("kernelVersion", "simulated")
                .put("osImage", "simulated")
                .put("containerRuntimeVersion", "simulated://0.1.0")
                .put("kubeletVersion", "v1.36.3")
                .put("kubeProxyVersion", "")
                .put("operatingSystem", "linux")
                .put("architecture", "amd64");
    }

    private static void keepForeign(ArrayNode conditions, JsonNode other) {
        for (JsonNode own : conditions) {
            if (own.path("type").equals(other.path("type"))) {
                return;
            }
        }
        conditions.add(other);
    }

    private static ObjectNode condition(
            ArrayNode before, String type, String value, Instant instant) {
        String now = instant.truncatedTo(ChronoUnit.SECONDS).toString();
        String since = now;
        for (JsonNode present : before) {
            if (present.path("type").asText().equals(type)
                    && present.path("status").asText().equals(value)) {
                since = present.path("lastTransitionTime").asText(now);
            }
        }
        String reason =
                switch (type) {
                    case "MemoryPressure" -> "KubeletHasSufficientMemory";
                    case "DiskPressure" -> "KubeletHasNoDiskPressure";
                    case "PIDPressure" -> "KubeletHasSufficientPID";
                    default -> "KubeletReady";
                };
        return before.objectNode()
                .put("type", type)
                .put("status", value)
                .put("lastHeartbeatTime", now)
                .put("lastTransitionTime", since)
                .put("reason", reason)
                .put("message", "the node is simulated");
    }
}
