package io.alcove.controllermanager.pod;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.client.DeleteOptions;
import io.alcove.client.ResourceClient;
import io.alcove.client.event.EventRecorder;
import io.alcove.controllermanager.controller.NamespaceEnd;

/** Creates and deletes pods for an owner, with the events that upstream says it by. */
public record PodControl(ResourceClient pods, EventRecorder recorder) {

    /** Whether the pod was created; a namespace that ends takes none, and that is no failure. */
    public boolean create(ApiObject owner, ApiObject pod) {
        try {
            ApiObject created = pods.create(pod);
            recorder.normal(owner, "SuccessfulCreate", "Created pod: " + created.name());
            return true;
        } catch (StatusException e) {
            if (NamespaceEnd.isReason(e)) {
                return false;
            }
            recorder.warning(owner, "FailedCreate", "Error creating: " + e.status().message());
            throw e;
        }
    }

    public void delete(ApiObject owner, ApiObject pod) {
        try {
            pods.delete(pod.objectName(), DeleteOptions.DEFAULT.onlyUid(pod.uid()));
            recorder.normal(owner, "SuccessfulDelete", "Deleted pod: " + pod.name());
        } catch (StatusException e) {
            if (e.is(StatusReason.NOT_FOUND)) {
                throw e;
            }
            recorder.warning(owner, "FailedDelete", "Error deleting: " + e.status().message());
            throw e;
        }
    }
}
