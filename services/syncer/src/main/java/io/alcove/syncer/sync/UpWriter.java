package io.alcove.syncer.sync;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.syncer.cluster.VirtualClient;
import io.alcove.syncer.cluster.VirtualResource;
import io.alcove.syncer.events.SyncRecord.Direction;
import io.alcove.syncer.events.SyncRecord.Operation;

/** Writes to the tenant's cluster what the host decided. */
final class UpWriter {

    private final VirtualClient virtual;
    private final NodeUpkeep nodes;
    private final StepLog log;

    UpWriter(VirtualClient virtual, NodeUpkeep nodes, StepLog log) {
        this.virtual = virtual;
        this.nodes = nodes;
        this.log = log;
    }

    /** An object that is another by now is left alone: its own change comes. */
    void status(KindSync kind, Step.StatusUp step, long sinceNanos) {
        ApiObject virtualObject = step.virtualObject();
        ArrayNode patch = JsonNodeFactory.instance.arrayNode();
        patch.addObject()
                .put("op", "test")
                .put("path", "/metadata/uid")
                .put("value", virtualObject.uid());
        patch.addObject().put("op", "add").put("path", "/status").set("value", step.status());
        try {
            ApiObject written =
                    virtual.patch(
                            kind.virtualResource(), virtualObject.objectName(), "status", patch);
            record(kind, Operation.STATUS, written, sinceNanos);
        } catch (StatusException e) {
            if (!e.is(StatusReason.NOT_FOUND)) {
                throw e;
            }
        }
    }

    void bind(KindSync kind, Step.BindUp step, long sinceNanos) {
        ApiObject virtualPod = step.virtualPod();
        nodes.ensure(step.node());
        ApiObject binding =
                ApiObject.of(new GroupVersionKind("", "v1", "Binding"), virtualPod.objectName());
        binding.node().withObject("/metadata").put("uid", virtualPod.uid());
        binding.node()
                .putObject("target")
                .put("apiVersion", "v1")
                .put("kind", "Node")
                .put("name", step.node());
        try {
            virtual.createSubresource(
                    VirtualResource.PODS, virtualPod.objectName(), "binding", binding);
            record(kind, Operation.BIND, virtualPod, sinceNanos);
        } catch (StatusException e) {
            if (!e.is(StatusReason.NOT_FOUND)) {
                throw e;
            }
        }
    }

    void delete(KindSync kind, Step.DeleteUp step, long sinceNanos) {
        ApiObject virtualObject = step.virtualObject();
        virtual.delete(
                kind.virtualResource(),
                virtualObject.objectName(),
                virtualObject.uid(),
                step.graceSeconds());
        record(kind, Operation.DELETE, virtualObject, sinceNanos);
    }

    private void record(
            KindSync kind, Operation operation, ApiObject virtualObject, long sinceNanos) {
        log.write(
                Direction.UP,
                operation,
                log.side(kind.virtualResource().resource(), virtualObject),
                log.hostSide(kind.hostResource().resource(), virtualObject),
                sinceNanos);
    }
}
