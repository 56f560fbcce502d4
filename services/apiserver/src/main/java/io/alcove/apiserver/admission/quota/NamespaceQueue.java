package io.alcove.apiserver.admission.quota;

import io.alcove.apimachinery.status.StatusException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;

/**
 * Requests that wait to be charged. Whoever comes first charges those who came meanwhile too, in
 * one write a namespace. The queue is bounded by the limit of requests in flight.
 */
final class NamespaceQueue {

    private final Queue<Waiter> waiting = new ConcurrentLinkedQueue<>();
    private final Lock lock = new ReentrantLock();

    /** A request and its verdict. */
    record Waiter(
            String namespace, QuotaCheck check, boolean dryRun, CompletableFuture<Void> verdict) {

        void admit() {
            verdict.complete(null);
        }

        void refuse(RuntimeException why) {
            verdict.completeExceptionally(why);
        }
    }

    /**
     * @param charging gives each waiter its verdict
     * @throws StatusException the verdict
     */
    void charge(
            String namespace,
            QuotaCheck check,
            boolean dryRun,
            BiConsumer<String, List<Waiter>> charging) {
        Waiter own = new Waiter(namespace, check, dryRun, new CompletableFuture<>());
        waiting.add(own);
        lock.lock();
        try {
            if (!own.verdict.isDone()) {
                chargeAll(charging);
            }
        } finally {
            lock.unlock();
        }
        try {
            own.verdict.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : e;
        }
    }

    private void chargeAll(BiConsumer<String, List<Waiter>> charging) {
        Map<String, List<Waiter>> batches = new LinkedHashMap<>();
        for (Waiter next = waiting.poll(); next != null; next = waiting.poll()) {
            batches.computeIfAbsent(next.namespace, _ -> new ArrayList<>()).add(next);
        }
        batches.forEach((namespace, batch) -> charge(namespace, batch, charging));
    }

    private static void charge(
            String namespace, List<Waiter> batch, BiConsumer<String, List<Waiter>> charging) {
        try {
            charging.accept(namespace, batch);
            batch.forEach(Waiter::admit);
        } catch (RuntimeException e) {
            batch.forEach(waiter -> waiter.refuse(e));
        }
    }
}
