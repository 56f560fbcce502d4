package io.alcove.controllermanager.job;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.object.OwnerReference;
import io.alcove.client.ResourceClient;
import io.alcove.client.controller.Result;
import io.alcove.client.informer.Lister;
import java.util.Optional;

/** Lets pods go whose Job is gone, as nobody will count them any longer. */
record OrphanPods(Lister pods, ResourceClient jobs, JobPods writer) {

    Result reconcile(ObjectName name) {
        pods.get(name)
                .filter(pod -> pod.isBeingDeleted())
                .filter(pod -> pod.finalizers().contains(Tally.FINALIZER))
                .filter(this::isOrphan)
                .ifPresent(writer::untrack);
        return Result.DONE;
    }

    private boolean isOrphan(ApiObject pod) {
        Optional<OwnerReference> owner = pod.controller();
        return owner.isEmpty()
                || jobs.find(new ObjectName(pod.namespace(), owner.get().name()))
                        .filter(job -> job.uid().equals(owner.get().uid()))
                        .isEmpty();
    }
}
