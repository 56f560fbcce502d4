package io.alcove.apiserver.registry;

import io.alcove.apimachinery.status.Status;
import java.util.Optional;

/** A watch that could not begin: upstream says so in an event rather than in the answer itself. */
final class FailedWatch implements Watch {

    private Optional<WatchEvent> event;

    FailedWatch(Status status) {
        this.event = Optional.of(new WatchEvent.Failed(status));
    }

    @Override
    public Optional<WatchEvent> next() {
        Optional<WatchEvent> next = event;
        event = Optional.empty();
        return next;
    }

    @Override
    public void close() {}
}
