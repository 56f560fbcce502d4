package io.alcove.syncer.translation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.syncer.mark.Marks;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** The nodes that a tenant sees. */
public final class NodeTranslation {

    /** Label of the nodes that stand in for host nodes of which only the name is known. */
    public static final String SIMULATED = Marks.PREFIX + "simulated-node";

    private static final GroupVersionKind NODE = new GroupVersionKind("", "v1", "Node");
    private static final Map<String, String> CAPACITY =
            Map.of("cpu", "16", "memory", "32Gi", "ephemeral-storage", "100Gi", "pods", "110");

    private static final Map<String, String> CONDITIONS =
            Map.of(
                    "Ready", "True",
                    "MemoryPressure", "False",
                    "DiskPressure", "False",
                    "PIDPressure", "False");

    private NodeTranslation() {}

    /** A node of fixed size. */
    public static ApiObject simulated(String name) {
        ApiObject node = ApiObject.of(NODE, new ObjectName("", name));
        node.node()
                .withObject("/metadata")
                .putObject("labels")
                .put("kubernetes.io/hostname", name)
                .put("kubernetes.io/os", "linux")
                .put(SIMULATED, "true");
        return node;
    }

    public static boolean isSimulated(ApiObject virtualNode) {
        return virtualNode.label(SIMULATED).isPresent();
    }

    public static ObjectNode simulatedStatus(ApiObject node, Instant now) {
        ObjectNode status = node.node().objectNode();
        CAPACITY.forEach(
                (resource, quantity) -> {
                    status.withObject("capacity").put(resource, quantity);
                    status.withObject("allocatable").put(resource, quantity);
                });
        String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
        CONDITIONS.forEach(
                (type, value) ->
                        status.withArray("conditions")
                                .addObject()
                                .put("type", type)
                                .put("status", value)
                                .put("reason", "SimulatedNode")
                                .put("message", "stands in for a node of the host")
                                .put("lastHeartbeatTime", time)
                                .put("lastTransitionTime", time));
        status.withArray("addresses")
                .addObject()
                .put("type", "Hostname")
                .put("address", node.name());
        return status;
    }

    /** A host node as it is, but for what is the host's own business. */
    public static ApiObject copyOf(ApiObject hostNode) {
        ApiObject node = ApiObject.of(NODE, hostNode.objectName());
        ObjectNode metadata = node.node().withObject("/metadata");
        hostNode.labels().forEach(metadata.putObject("labels")::put);
        ObjectNode spec = node.node().putObject("spec");
        for (String field : List.of("taints", "unschedulable")) {
            if (!hostNode.at("spec", field).isMissingNode()) {
                spec.set(field, hostNode.at("spec", field).deepCopy());
            }
        }
        return node;
    }
}
