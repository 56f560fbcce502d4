package io.alcove.scheduler.cycle;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.JsonValues;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.client.informer.ChangeHandler;
import io.alcove.client.queue.WorkQueue;
import io.alcove.scheduler.framework.PodInfo;

/** Takes bound pods into the cache, and pods that wait into the queue. */
record PodChanges(String scheduler, ClusterCache cache, Parked parked, WorkQueue<ObjectName> queue)
        implements ChangeHandler {

    /** Whether the pod is this scheduler's to bind, now: an open gate is part of that. */
    static boolean waits(ApiObject pod, String scheduler) {
        return pod.text("spec", "nodeName").isEmpty()
                && pod.text("spec", "schedulerName").equals(scheduler)
                && pod.elements("spec", "schedulingGates").isEmpty()
                && !pod.isBeingDeleted()
                && !isOver(pod);
    }

    @Override
    public void added(ApiObject pod) {
        take(pod);
    }

    @Override
    public void updated(ApiObject before, ApiObject after) {
        if (!before.uid().equals(after.uid())) {
            deleted(before);
            take(after);
            return;
        }
        boolean isSame =
                JsonValues.equal(before.at("spec"), after.at("spec"))
                        && before.isBeingDeleted() == after.isBeingDeleted()
                        && before.text("status", "phase").equals(after.text("status", "phase"));
        if (!isSame) {
            take(after);
        }
    }

    @Override
    public void deleted(ApiObject pod) {
        parked.forget(pod.objectName());
        free(pod);
    }

    private void take(ApiObject pod) {
        String node = pod.text("spec", "nodeName");
        if (isOver(pod)) {
            free(pod);
        } else if (!node.isEmpty()) {
            cache.put(PodInfo.of(pod), node);
        } else if (waits(pod, scheduler)) {
            queue.add(pod.objectName(), pod.at("spec", "priority").asInt());
        }
    }

    /** What it took of its node is there for others. */
    private void free(ApiObject pod) {
        if (cache.holds(pod.uid())) {
            cache.remove(pod.uid());
            parked.retryAll();
        }
    }

    private static boolean isOver(ApiObject pod) {
        return switch (pod.text("status", "phase")) {
            case "Succeeded", "Failed" -> true;
            default -> false;
        };
    }
}
