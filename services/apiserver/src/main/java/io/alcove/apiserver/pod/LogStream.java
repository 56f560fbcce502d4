package io.alcove.apiserver.pod;

import java.util.Optional;

/** A log as it comes. Read by one thread; any thread may close it, which ends it. */
public interface LogStream extends AutoCloseable {

    /**
     * Waits for more; empty at the end.
     *
     * @throws io.alcove.apimachinery.status.StatusException where the log is refused or broken off
     */
    Optional<byte[]> next();

    @Override
    void close();
}
