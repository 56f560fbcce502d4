package io.alcove.controllermanager.deployment;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.selector.LabelSelector;
import io.alcove.client.informer.ChangeHandler;
import io.alcove.client.informer.Lister;
import io.alcove.client.queue.WorkQueue;
import java.util.Optional;

/** Wakes Deployments when their ReplicaSets change, and Recreate ones when the last pod goes. */
record Wakeups(Lister deployments, Lister replicaSets, WorkQueue<ObjectName> queue)
        implements ChangeHandler {

    @Override
    public void added(ApiObject replicaSet) {
        changed(replicaSet);
    }

    @Override
    public void updated(ApiObject before, ApiObject after) {
        if (!before.controller().equals(after.controller())) {
            owner(deployments, before, "Deployment").ifPresent(d -> queue.add(d.objectName()));
        }
        changed(after);
    }

    @Override
    public void deleted(ApiObject replicaSet) {
        changed(replicaSet);
    }

    ChangeHandler ofPods() {
        return new ChangeHandler() {
            @Override
            public void updated(ApiObject before, ApiObject after) {
                wakeRecreate(after);
            }

            @Override
            public void deleted(ApiObject pod) {
                wakeRecreate(pod);
            }
        };
    }

    private void wakeRecreate(ApiObject pod) {
        owner(replicaSets, pod, "ReplicaSet")
                .flatMap(replicaSet -> owner(deployments, replicaSet, "Deployment"))
                .filter(d -> d.text("spec", "strategy", "type").equals("Recreate"))
                .ifPresent(d -> queue.add(d.objectName()));
    }

    private void changed(ApiObject replicaSet) {
        if (replicaSet.controller().isPresent()) {
            owner(deployments, replicaSet, "Deployment").ifPresent(d -> queue.add(d.objectName()));
            return;
        }
        for (ApiObject deployment : deployments.list(replicaSet.namespace())) {
            if (LabelSelector.of(deployment.at("spec", "selector")).matches(replicaSet.labels())) {
                queue.add(deployment.objectName());
            }
        }
    }

    private static Optional<ApiObject> owner(Lister owners, ApiObject object, String kind) {
        return object.controller()
                .filter(o -> o.kind().equals(kind))
                .flatMap(
                        o ->
                                owners.get(new ObjectName(object.namespace(), o.name()))
                                        .filter(found -> found.uid().equals(o.uid())));
    }
}
