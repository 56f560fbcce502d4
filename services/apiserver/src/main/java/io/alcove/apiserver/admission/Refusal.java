package io.alcove.apiserver.admission;

import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;

/** The refusals that upstream's plugins do not give a reason: they come as code 500. */
public final class Refusal {

    private Refusal() {}

    public static StatusException withoutReason(String message) {
        return new StatusException(Status.of(StatusReason.UNKNOWN, message));
    }
}
