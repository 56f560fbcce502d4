package io.alcove.scheduler.cycle;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.JsonValues;
import io.alcove.client.informer.ChangeHandler;

/** Takes nodes into the cache; what may let a pod fit has those that wait try again. */
record NodeChanges(ClusterCache cache, Parked parked) implements ChangeHandler {

    @Override
    public void added(ApiObject node) {
        cache.putNode(node);
        parked.retryAll();
    }

    @Override
    public void updated(ApiObject before, ApiObject after) {
        cache.putNode(after);
        boolean isSame =
                JsonValues.equal(before.at("spec"), after.at("spec"))
                        && before.labels().equals(after.labels())
                        && JsonValues.equal(
                                before.at("status", "allocatable"),
                                after.at("status", "allocatable"));
        if (!isSame) {
            parked.retryAll();
        }
    }

    @Override
    public void deleted(ApiObject node) {
        cache.removeNode(node.name());
    }
}
