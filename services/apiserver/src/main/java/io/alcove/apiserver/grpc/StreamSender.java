package io.alcove.apiserver.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Sends as fast as the caller takes; one that takes nothing for long is cut off. */
final class StreamSender<T> {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final ServerCallStreamObserver<T> observer;
    private final Semaphore ready = new Semaphore(0);
    private volatile Runnable onGone = () -> {};

    /** The caller hung up, or takes nothing. */
    static final class Gone extends RuntimeException {
        Gone() {
            super("the caller is gone", null, false, false);
        }
    }

    /** Made within the call, as gRPC wants its handlers. */
    StreamSender(ServerCallStreamObserver<T> observer) {
        this.observer = observer;
        observer.setOnReadyHandler(ready::release);
        observer.setOnCancelHandler(
                () -> {
                    ready.release();
                    onGone.run();
                });
    }

    /** What ends the sender's source once the caller is gone. */
    void onGone(Runnable action) {
        onGone = action;
        if (observer.isCancelled()) {
            action.run();
        }
    }

    void send(T message) throws InterruptedException {
        while (!observer.isReady()) {
            if (observer.isCancelled()
                    || !ready.tryAcquire(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Gone();
            }
        }
        observer.onNext(message);
    }

    void complete() {
        if (!observer.isCancelled()) {
            observer.onCompleted();
        }
    }

    void fail(RuntimeException failure) {
        if (!observer.isCancelled()) {
            observer.onError(failure);
        }
    }
}
