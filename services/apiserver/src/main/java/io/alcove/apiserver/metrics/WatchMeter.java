package io.alcove.apiserver.metrics;

/** Counts the events of one watch. */
public record WatchMeter(Counter events, Histogram sizes) {

    public void sent(int bytes) {
        events.increment();
        sizes.observe(bytes);
    }
}
