package io.alcove.syncer.relay;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.syncer.mark.HostNames;
import io.alcove.syncer.translation.NameMask;

/** The host's refusal in the tenant's names. */
final class MaskedRefusal {

    private MaskedRefusal() {}

    /**
     * @param virtualObject that the request was about
     */
    static StatusException of(StatusException refusal, ApiObject virtualObject, HostNames names) {
        Status status = refusal.status();
        NameMask mask = NameMask.of(virtualObject, names);
        Status.Details details = status.details();
        return new StatusException(
                new Status(
                        status.code(),
                        status.reason(),
                        mask.mask(status.message()),
                        new Status.Details(
                                details.group(),
                                details.kind(),
                                mask.mask(details.name()),
                                virtualObject.uid(),
                                details.causes(),
                                details.retryAfterSeconds())));
    }
}
