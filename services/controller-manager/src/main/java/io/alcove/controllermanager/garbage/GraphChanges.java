package io.alcove.controllermanager.garbage;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.client.informer.ChangeHandler;
import io.alcove.client.queue.WorkQueue;
import java.util.Optional;

/** Keeps the graph, and wakes whom a change concerns. */
record GraphChanges(GroupVersionResource resource, Graph graph, WorkQueue<String> queue)
        implements ChangeHandler {

    @Override
    public void added(ApiObject object) {
        put(object);
    }

    @Override
    public void updated(ApiObject before, ApiObject after) {
        put(after);
    }

    @Override
    public void deleted(ApiObject object) {
        graph.remove(object.uid());
        graph.dependents(object.uid()).forEach(dependent -> queue.add(dependent.uid()));
        wakeWaitingOwners(Node.of(resource, object));
    }

    private void put(ApiObject object) {
        Node node = Node.of(resource, object);
        graph.put(node);
        boolean concerned =
                node.isOrphaning()
                        || node.isDeletingDependents()
                        || node.owners().stream()
                                .map(owner -> graph.find(owner.uid()))
                                .anyMatch(GraphChanges::isDoubtful);
        if (concerned) {
            queue.add(node.uid());
        }
        wakeWaitingOwners(node);
    }

    private void wakeWaitingOwners(Node node) {
        node.owners().stream()
                .flatMap(owner -> graph.find(owner.uid()).stream())
                .filter(Node::isDeletingDependents)
                .forEach(owner -> queue.add(owner.uid()));
    }

    private static boolean isDoubtful(Optional<Node> owner) {
        return owner.isEmpty() || owner.get().isDeletingDependents();
    }
}
