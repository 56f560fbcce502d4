package io.alcove.controllermanager.endpointslice;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.client.controller.Expectations;
import io.alcove.client.informer.ChangeHandler;
import io.alcove.client.queue.WorkQueue;

/** Wakes a Service when one of its slices changes. */
record SliceChanges(WorkQueue<ObjectName> queue, Expectations<ObjectName> expectations)
        implements ChangeHandler {

    @Override
    public void added(ApiObject slice) {
        if (SliceObject.isManaged(slice)) {
            expectations.creationObserved(EndpointSliceController.serviceOf(slice));
        }
        wake(slice);
    }

    @Override
    public void updated(ApiObject before, ApiObject after) {
        wake(after);
    }

    @Override
    public void deleted(ApiObject slice) {
        wake(slice);
    }

    private void wake(ApiObject slice) {
        if (SliceObject.isManaged(slice)) {
            queue.add(EndpointSliceController.serviceOf(slice));
        }
    }
}
