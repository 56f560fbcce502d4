package io.alcove.controllermanager.controller;

import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;

/** The refusal to create anything in a namespace that is going or gone. */
public final class NamespaceEnd {

    private NamespaceEnd() {}

    /** Whether it is futile to try the creation again. */
    public static boolean isReason(StatusException refusal) {
        return refusal.is(StatusReason.NOT_FOUND)
                || (refusal.is(StatusReason.FORBIDDEN)
                        && refusal.status().details().causes().stream()
                                .anyMatch(c -> c.reason().equals("NamespaceTerminating")));
    }
}
