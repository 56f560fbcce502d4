package io.alcove.syncer.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.syncer.cluster.VirtualClient;
import io.alcove.syncer.cluster.VirtualResource;
import io.alcove.syncer.host.HostResource;
import io.alcove.syncer.translation.NodeTranslation;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;

/** Nodes per need: there while a pod is bound to them. */
final class NodeUpkeep {

    private final VirtualClient virtual;
    private final Caches caches;
    private final Clock clock;

    NodeUpkeep(VirtualClient virtual, Caches caches, Clock clock) {
        this.virtual = virtual;
        this.caches = caches;
        this.clock = clock;
    }

    /** Makes the node where it is missing. */
    void ensure(String name) {
        if (caches.of(VirtualResource.NODES).get(new ObjectName("", name)).isPresent()) {
            return;
        }
        ApiObject node = NodeTranslation.simulated(name);
        try {
            virtual.create(VirtualResource.NODES, node);
            writeStatus(node, NodeTranslation.simulatedStatus(node, clock.instant()));
        } catch (StatusException e) {
            if (!e.is(StatusReason.ALREADY_EXISTS)) {
                throw e;
            }
        }
    }

    /** Makes or removes the stand-in for a node as the bound pods need it. */
    void reconcile(String name) {
        if (caches.hostCaches().containsKey(HostResource.NODES)) {
            mirror(new ObjectName("", name));
        } else if (isNeeded(name)) {
            ensure(name);
            completeStatus(name);
        } else {
            caches.of(VirtualResource.NODES)
                    .get(new ObjectName("", name))
                    .filter(NodeTranslation::isSimulated)
                    .ifPresent(this::remove);
        }
    }

    /** Where the tenant schedules, its nodes are the host's. */
    private void mirror(ObjectName name) {
        Optional<ApiObject> hostNode = caches.of(HostResource.NODES).get(name);
        Optional<ApiObject> virtualNode = caches.of(VirtualResource.NODES).get(name);
        if (hostNode.isEmpty()) {
            virtualNode.ifPresent(this::remove);
            return;
        }
        ApiObject copy = NodeTranslation.copyOf(hostNode.get());
        virtual.apply(VirtualResource.NODES, copy);
        JsonNode status = hostNode.get().at("status");
        if (virtualNode.filter(node -> node.at("status").equals(status)).isEmpty()) {
            writeStatus(copy, status);
        }
    }

    private boolean isNeeded(String name) {
        return caches.of(VirtualResource.PODS).list().stream()
                .anyMatch(pod -> pod.text("spec", "nodeName").equals(name));
    }

    /** A crash between the node and its status leaves a node without one. */
    private void completeStatus(String name) {
        caches.of(VirtualResource.NODES)
                .get(new ObjectName("", name))
                .filter(NodeTranslation::isSimulated)
                .filter(node -> node.at("status", "conditions").isEmpty())
                .ifPresent(
                        node ->
                                writeStatus(
                                        node,
                                        NodeTranslation.simulatedStatus(node, clock.instant())));
    }

    private void remove(ApiObject node) {
        virtual.delete(VirtualResource.NODES, node.objectName(), node.uid(), OptionalLong.empty());
    }

    private void writeStatus(ApiObject node, JsonNode status) {
        ArrayNode patch = JsonNodeFactory.instance.arrayNode();
        patch.addObject().put("op", "add").put("path", "/status").set("value", status);
        virtual.patch(VirtualResource.NODES, node.objectName(), "status", patch);
    }
}
