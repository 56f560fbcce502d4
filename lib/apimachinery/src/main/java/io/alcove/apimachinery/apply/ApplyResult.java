package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.status.Status;

/** How a server-side apply ended. */
public sealed interface ApplyResult {

    /** The merged object with its owners, neither defaulted nor checked yet. */
    record Applied(ObjectNode object) implements ApplyResult {}

    /** Others own what would change; the status is what the client gets (409, one cause each). */
    record Refused(Status status) implements ApplyResult {}
}
