package io.alcove.controllermanager.garbage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.client.ApiClient;
import io.alcove.client.DeleteOptions;
import io.alcove.client.PatchType;
import io.alcove.client.controller.Result;
import io.alcove.client.queue.WorkQueue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at one object of the graph after the other, by uid. */
record GarbageCollector(Graph graph, Owners owners, ApiClient client, WorkQueue<String> queue) {

    Result reconcile(String uid) {
        Optional<Node> known = graph.find(uid);
        if (known.isPresent()) {
            try {
                look(known.get());
            } catch (StatusException e) {
                if (!e.is(StatusReason.NOT_FOUND)) {
                    throw e;
                }
            }
        }
        return Result.DONE;
    }

    private void look(Node node) {
        Optional<ApiObject> found = client.resource(node.resource()).find(node.name());
        if (found.filter(o -> o.uid().equals(node.uid())).isEmpty()) {
            return;
        }
        ApiObject object = found.get();
        Node latest = Node.of(node.resource(), object);
        if (latest.isOrphaning()) {
            orphanDependents(latest);
            dropFinalizer(latest, object, Node.ORPHAN);
        } else if (latest.isDeletingDependents()) {
            deleteDependents(latest, object);
        } else if (!latest.beingDeleted()) {
            judge(latest, object);
        }
    }

    private void orphanDependents(Node owner) {
        for (Node dependent : graph.dependents(owner.uid())) {
            client.resource(dependent.resource())
                    .find(dependent.name())
                    .filter(o -> o.uid().equals(dependent.uid()))
                    .ifPresent(o -> release(dependent, o, Set.of(owner.uid())));
        }
    }

    private void deleteDependents(Node owner, ApiObject object) {
        List<Node> dependents = graph.dependents(owner.uid());
        boolean blocked = dependents.stream().anyMatch(d -> d.blocks(owner.uid()));
        if (!blocked) {
            dropFinalizer(owner, object, Node.FOREGROUND);
            return;
        }
        dependents.stream().filter(d -> !d.isDeletingDependents()).forEach(d -> queue.add(d.uid()));
    }

    private void judge(Node node, ApiObject object) {
        List<Node> dependents = graph.dependents(node.uid());
        switch (Verdict.of(node, owners.states(node), !dependents.isEmpty())) {
            case Verdict.Stay() -> {}
            case Verdict.Release(Set<String> ownerUids) -> release(node, object, ownerUids);
            case Verdict.Collect(String policy) -> {
                boolean circle = policy.equals("Foreground") && isCircle(dependents);
                collect(node, circle ? unblocked(node, object) : object, policy);
            }
        }
    }

    /** An owner that came in meanwhile has the deletion refused as a conflict. */
    private void collect(Node node, ApiObject object, String policy) {
        client.resource(node.resource())
                .delete(
                        node.name(),
                        DeleteOptions.DEFAULT
                                .withPropagation(policy)
                                .onlyUid(node.uid())
                                .onlyResourceVersion(object.resourceVersion()));
    }

    /** A dependent that itself waits may wait for this very object. */
    private static boolean isCircle(List<Node> dependents) {
        return dependents.stream().anyMatch(Node::isDeletingDependents);
    }

    private void release(Node node, ApiObject object, Set<String> ownerUids) {
        ArrayNode references = JsonNodeFactory.instance.arrayNode();
        object.ownerReferences().stream()
                .filter(reference -> !ownerUids.contains(reference.uid()))
                .forEach(reference -> references.add(reference.toNode()));
        patch(node, object, "ownerReferences", references);
    }

    private ApiObject unblocked(Node node, ApiObject object) {
        ArrayNode references = JsonNodeFactory.instance.arrayNode();
        object.ownerReferences()
                .forEach(
                        reference ->
                                references.add(
                                        reference.toNode().put("blockOwnerDeletion", false)));
        return patch(node, object, "ownerReferences", references);
    }

    private void dropFinalizer(Node node, ApiObject object, String finalizer) {
        ArrayNode finalizers = JsonNodeFactory.instance.arrayNode();
        object.finalizers().stream().filter(f -> !f.equals(finalizer)).forEach(finalizers::add);
        patch(node, object, "finalizers", finalizers);
    }

    private ApiObject patch(Node node, ApiObject object, String field, ArrayNode value) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.putObject("metadata")
                .put("uid", object.uid())
                .put("resourceVersion", object.resourceVersion())
                .set(field, value);
        return client.resource(node.resource()).patch(node.name(), PatchType.MERGE, patch);
    }
}
