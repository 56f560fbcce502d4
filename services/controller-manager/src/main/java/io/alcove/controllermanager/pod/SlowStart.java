package io.alcove.controllermanager.pod;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does a thing many times in batches that double, and stops after the batch that saw a failure. */
public final class SlowStart {

    private SlowStart() {}

    /**
     * How it went.
     *
     * @param successes of the actions that said so
     * @param failure the first, where there was one
     */
    public record Outcome(int successes, Optional<RuntimeException> failure) {}

    /**
     * @param action true where it had its effect
     */
    public static Outcome run(int count, Callable<Boolean> action) {
        int successes = 0;
        int remaining = count;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int batch = 1; remaining > 0; batch *= 2) {
                int size = Math.min(batch, remaining);
                Outcome outcome = batch(threads, size, action);
                successes += outcome.successes();
                if (outcome.failure().isPresent()) {
                    return new Outcome(successes, outcome.failure());
                }
                remaining -= size;
            }
        }
        return new Outcome(successes, Optional.empty());
    }

    private static Outcome batch(ExecutorService threads, int size, Callable<Boolean> action) {
        List<Future<Boolean>> running = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            running.add(threads.submit(action));
        }
        int successes = 0;
        Optional<RuntimeException> failure = Optional.empty();
        for (Future<Boolean> future : running) {
            try {
                successes += future.get() ? 1 : 0;
            } catch (ExecutionException e) {
                failure = failure.or(() -> Optional.of(unchecked(e)));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return new Outcome(
                        successes, Optional.of(new IllegalStateException("interrupted")));
            }
        }
        return new Outcome(successes, failure);
    }

    private static RuntimeException unchecked(ExecutionException e) {
        return e.getCause() instanceof RuntimeException cause
                ? cause
                : new IllegalStateException(e.getCause());
    }
}
