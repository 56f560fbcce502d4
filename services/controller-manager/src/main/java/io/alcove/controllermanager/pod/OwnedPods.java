package io.alcove.controllermanager.pod;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.selector.LabelSelector;
import io.alcove.client.controller.Expectations;
import io.alcove.client.informer.ChangeHandler;
import io.alcove.client.informer.Index;
import io.alcove.client.informer.Informer;
import io.alcove.client.informer.Lister;
import io.alcove.client.queue.WorkQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Wakes the owners of pods when these change, and keeps account of what owners expect. */
public final class OwnedPods implements ChangeHandler {

    private final GroupVersionKind ownerKind;
    private final Lister owners;
    private final WorkQueue<ObjectName> queue;
    private final Expectations<ObjectName> expectations;
    private final Index index;

    public OwnedPods(
            Informer pods,
            GroupVersionKind ownerKind,
            Lister owners,
            WorkQueue<ObjectName> queue,
            Expectations<ObjectName> expectations) {
        this.ownerKind = ownerKind;
        this.owners = owners;
        this.queue = queue;
        this.expectations = expectations;
        this.index = pods.index(pod -> List.of(ownerKey(pod)));
        pods.handler(this);
    }

    /** The pods of the owner, and those of its namespace that nobody controls. */
    public List<ApiObject> candidates(ApiObject owner) {
        List<ApiObject> pods = new ArrayList<>(index.get(owner.uid()));
        pods.addAll(index.get(orphanKey(owner.namespace())));
        return pods;
    }

    /** The pods that the owner controls. */
    public List<ApiObject> owned(ApiObject owner) {
        return index.get(owner.uid());
    }

    @Override
    public void added(ApiObject pod) {
        if (pod.isBeingDeleted()) {
            deleted(pod);
            return;
        }
        Optional<ApiObject> owner = owner(pod);
        if (owner.isPresent()) {
            expectations.creationObserved(owner.get().objectName());
            queue.add(owner.get().objectName());
        } else if (pod.controller().isEmpty()) {
            wakeAdopters(pod);
        }
    }

    @Override
    public void updated(ApiObject before, ApiObject after) {
        if (after.isBeingDeleted()) {
            deleted(after);
            return;
        }
        boolean sameOwner = before.controller().equals(after.controller());
        if (!sameOwner) {
            owner(before).ifPresent(owner -> queue.add(owner.objectName()));
        }
        Optional<ApiObject> owner = owner(after);
        owner.ifPresent(o -> queue.add(o.objectName()));
        boolean adoptable = !sameOwner || !before.labels().equals(after.labels());
        if (after.controller().isEmpty() && adoptable) {
            wakeAdopters(after);
        }
    }

    @Override
    public void deleted(ApiObject pod) {
        owner(pod)
                .ifPresent(
                        owner -> {
                            expectations.deletionObserved(owner.objectName(), pod.uid());
                            queue.add(owner.objectName());
                        });
    }

    private Optional<ApiObject> owner(ApiObject pod) {
        return pod.controller()
                .filter(o -> o.groupVersionKind().equals(ownerKind))
                .flatMap(
                        o ->
                                owners.get(new ObjectName(pod.namespace(), o.name()))
                                        .filter(found -> found.uid().equals(o.uid())));
    }

    private void wakeAdopters(ApiObject pod) {
        for (ApiObject owner : owners.list(pod.namespace())) {
            if (LabelSelector.of(owner.at("spec", "selector")).matches(pod.labels())) {
                queue.add(owner.objectName());
            }
        }
    }

    private static String ownerKey(ApiObject pod) {
        return pod.controller().map(o -> o.uid()).orElseGet(() -> orphanKey(pod.namespace()));
    }

    private static String orphanKey(String namespace) {
        return "orphans/" + namespace;
    }
}
