package io.alcove.apiserver.admission.node;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.GoText;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import java.util.List;

/** A node reports how a volume on it grew, and nothing else of a claim. */
final class ClaimStatusChanges {

    private static final List<String> REPORTED =
            List.of("capacity", "conditions", "allocatedResourceStatuses", "allocatedResources");

    private ClaimStatusChanges() {}

    static void admit(AdmissionRequest request, String node) {
        if (!request.subresource().equals("status")) {
            throw request.forbidden("may only update PVC status");
        }
        if (!request.is(Operation.UPDATE)) {
            throw request.forbidden(
                    "unexpected operation " + GoText.quote(request.operation().name()));
        }
        if (!rest(request.newObject()).equals(rest(request.presentObject()))) {
            throw request.forbidden(
                    "node %s is not allowed to update fields other than status.quantity and status.conditions"
                            .formatted(GoText.quote(node)));
        }
    }

    private static ApiObject rest(ApiObject claim) {
        ApiObject rest = claim.copy();
        rest.with("metadata").remove(List.of("resourceVersion", "managedFields"));
        rest.with("status").remove(REPORTED);
        return rest;
    }
}
