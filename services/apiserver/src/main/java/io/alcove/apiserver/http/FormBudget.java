package io.alcove.apiserver.http;

import io.alcove.apiserver.storage.EncodedForms;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;

/** Bounds what is kept of objects in other forms: what was made first is forgotten first. */
final class FormBudget {

    static final long MAX_BYTES = Math.max(8L << 20, Runtime.getRuntime().maxMemory() / 16);

    /** Beside its bytes, for its place here. */
    private static final int OVERHEAD = 96;

    private final long limit;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Kept> kept = new ArrayDeque<>();
    private long total;

    private record Kept(WeakReference<EncodedForms> forms, int bytes) {}

    FormBudget(long limit) {
        this.limit = limit;
    }

    void add(EncodedForms forms, int length) {
        int bytes = length + OVERHEAD;
        lock.lock();
        try {
            kept.add(new Kept(new WeakReference<>(forms), bytes));
            total += bytes;
            while (total > limit) {
                Kept first = kept.remove();
                total -= first.bytes();
                EncodedForms old = first.forms().get();
                if (old != null) {
                    old.forget();
                }
            }
        } finally {
            lock.unlock();
        }
    }
}
