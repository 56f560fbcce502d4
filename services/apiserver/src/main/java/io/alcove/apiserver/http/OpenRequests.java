package io.alcove.apiserver.http;

import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusReason;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The requests that are not answered yet, for a server that stops to wait for. */
final class OpenRequests {

    private static final int RETRY_AFTER_SECONDS = 1;

    private final Set<Exchange> open = new HashSet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition less = lock.newCondition();
    private boolean stopping;

    /** False where the server stops and takes no more. */
    boolean enter(Exchange exchange) {
        lock.lock();
        try {
            return !stopping && open.add(exchange);
        } finally {
            lock.unlock();
        }
    }

    void leave(Exchange exchange) {
        lock.lock();
        try {
            open.remove(exchange);
            less.signalAll();
        } finally {
            lock.unlock();
        }
    }

    static Status shuttingDown() {
        return new Status(
                StatusReason.SERVICE_UNAVAILABLE.code(),
                StatusReason.SERVICE_UNAVAILABLE.word(),
                "apiserver is shutting down",
                new Status.Details("", "", "", "", List.of(), RETRY_AFTER_SECONDS));
    }

    /** Takes no more, ends what goes on for long, and waits for the rest to be answered. */
    void drain(Duration patience) {
        refuseMore().forEach(Exchange::stop);
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!open.isEmpty() && left > 0) {
                left = less.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private List<Exchange> refuseMore() {
        lock.lock();
        try {
            stopping = true;
            return open.stream().filter(exchange -> exchange.info().isLongRunning()).toList();
        } finally {
            lock.unlock();
        }
    }
}
