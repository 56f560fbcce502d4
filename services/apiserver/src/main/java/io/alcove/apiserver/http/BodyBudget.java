package io.alcove.apiserver.http;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that bodies of requests may take together, however many send them slowly. */
final class BodyBudget {

    static final long MAX_BYTES = 128L << 20;

    private final AtomicLong taken = new AtomicLong();

    /** False where there is no more. */
    boolean take(int bytes) {
        if (taken.addAndGet(bytes) <= MAX_BYTES) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    void giveBack(int bytes) {
        taken.addAndGet(-bytes);
    }
}
