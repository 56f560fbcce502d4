package io.alcove.controllermanager.endpointslice;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.selector.LabelSelector;
import io.alcove.client.informer.ChangeHandler;
import io.alcove.client.informer.Lister;
import io.alcove.client.queue.WorkQueue;
import java.util.Map;

/** Wakes the Services that select a pod, or did before it changed. */
record PodChanges(Lister services, WorkQueue<ObjectName> queue) implements ChangeHandler {

    @Override
    public void added(ApiObject pod) {
        wake(pod);
    }

    @Override
    public void updated(ApiObject before, ApiObject after) {
        wake(after);
        if (!before.labels().equals(after.labels())) {
            wake(before);
        }
    }

    @Override
    public void deleted(ApiObject pod) {
        wake(pod);
    }

    private void wake(ApiObject pod) {
        for (ApiObject service : services.list(pod.namespace())) {
            Map<String, String> selector = service.textMap("spec", "selector");
            if (!selector.isEmpty() && LabelSelector.of(selector).matches(pod.labels())) {
                queue.add(service.objectName());
            }
        }
    }
}
