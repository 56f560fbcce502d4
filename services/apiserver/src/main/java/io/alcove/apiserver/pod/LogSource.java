package io.alcove.apiserver.pod;

import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;

/** Where the logs of containers come from. */
public interface LogSource {

    /** Of an API server that stands alone. */
    LogSource NONE =
            query -> {
                throw new StatusException(
                        Status.of(
                                StatusReason.SERVICE_UNAVAILABLE,
                                "the logs of pod %s cannot be read: this API server has no relay to the nodes that run pods"
                                        .formatted(query.pod().name())));
            };

    /** The caller closes it. Refusals may come with the first chunk only. */
    LogStream open(LogQuery query);
}
