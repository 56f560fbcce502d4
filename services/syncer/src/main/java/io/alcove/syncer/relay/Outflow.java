package io.alcove.syncer.relay;

import io.grpc.stub.ServerCallStreamObserver;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends as fast as the other side takes it. To be made before the call's method returns. */
final class Outflow<T> {

    private static final Logger LOG = Logger.getLogger(Outflow.class);

    /** A reader that takes nothing for so long is gone. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ServerCallStreamObserver<T> call;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ready = lock.newCondition();
    private @Nullable Closeable source;
    private boolean cancelled;

    Outflow(ServerCallStreamObserver<T> call) {
        this.call = call;
        call.setOnReadyHandler(this::wake);
        call.setOnCancelHandler(this::cancel);
    }

    /** What to close when the other side hangs up; at once where it already has. */
    void onCancel(Closeable toClose) {
        lock.lock();
        try {
            source = toClose;
            if (cancelled) {
                close(toClose);
            }
        } finally {
            lock.unlock();
        }
    }

    /** False where nobody takes it any more. */
    boolean send(T value) {
        lock.lock();
        try {
            long left = PATIENCE.toNanos();
            while (!cancelled && !call.isReady() && left > 0) {
                left = ready.awaitNanos(left);
            }
            if (cancelled || left <= 0) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
        call.onNext(value);
        return true;
    }

    private void wake() {
        lock.lock();
        try {
            ready.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void cancel() {
        lock.lock();
        try {
            cancelled = true;
            ready.signalAll();
            if (source != null) {
                close(source);
            }
        } finally {
            lock.unlock();
        }
    }

    private static void close(Closeable toClose) {
        try {
            toClose.close();
        } catch (IOException e) {
            LOG.debugf(e, "source not closed");
        }
    }
}
