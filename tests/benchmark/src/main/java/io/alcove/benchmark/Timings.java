package io.alcove.benchmark;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/** When each of many requests began and ended. */
final class Timings {

    private final AtomicLongArray begins;
    private final AtomicLongArray ends;

    Timings(int count) {
        begins = new AtomicLongArray(count);
        ends = new AtomicLongArray(count);
    }

    int count() {
        return begins.length();
    }

    void begin(int index) {
        begins.set(index, System.nanoTime());
    }

    void end(int index) {
        end(index, System.nanoTime());
    }

    void end(int index, long nanoTime) {
        ends.set(index, nanoTime);
    }

    /** From the first request to the end of the last. */
    long wholeNanos() {
        long first = IntStream.range(0, count()).mapToLong(begins::get).min().orElse(0);
        return IntStream.range(0, count()).mapToLong(ends::get).max().orElse(0) - first;
    }

    long percentileNanos(double share) {
        long[] latencies =
                IntStream.range(0, count()).mapToLong(i -> ends.get(i) - begins.get(i)).toArray();
        Arrays.sort(latencies);
        return latencies[
                (int) Math.min(latencies.length - 1, Math.round(share * latencies.length))];
    }
}
