package io.alcove.apiserver.admission;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apiserver.request.RequestContext;
import java.util.Optional;

/**
 * A write on its way to the store.
 *
 * @param object the new state, which mutating plugins change in place; empty for delete
 * @param oldObject the present state; empty for create
 */
public record AdmissionRequest(
        RequestContext context,
        Operation operation,
        GroupVersionKind kind,
        Optional<ApiObject> object,
        Optional<ApiObject> oldObject,
        boolean dryRun) {

    /** Upstream's words for what admission is asked of. */
    public enum Operation {
        CREATE,
        UPDATE,
        DELETE,
        CONNECT
    }
}
