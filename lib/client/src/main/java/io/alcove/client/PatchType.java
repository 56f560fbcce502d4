package io.alcove.client;

import io.alcove.proto.objects.v1.PatchRequest;

/** How a patch's bytes are to be read; server-side apply has its own method. */
public enum PatchType {
    JSON(PatchRequest.Type.JSON),
    MERGE(PatchRequest.Type.MERGE),
    STRATEGIC_MERGE(PatchRequest.Type.STRATEGIC_MERGE);

    private final PatchRequest.Type type;

    PatchType(PatchRequest.Type type) {
        this.type = type;
    }

    PatchRequest.Type type() {
        return type;
    }
}
