package io.alcove.apiserver.http;

import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.metrics.WatchMeter;
import io.alcove.apiserver.registry.Watch;
import io.alcove.apiserver.registry.WatchEvent;
import io.vertx.core.Future;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/** While some events of a watch are on their way, the next are gathered, to be sent together. */
final class EventBatches {

    /** The size from which a batch takes no more events. */
    private static final int FULL = 64 * 1024;

    private final Exchange exchange;
    private final Watch watch;
    private final Answers answers;
    private final WatchMeter meter;
    private boolean first = true;
    private boolean broken;

    EventBatches(Exchange exchange, Watch watch, Answers answers, WatchMeter meter) {
        this.exchange = exchange;
        this.watch = watch;
        this.answers = answers;
        this.meter = meter;
    }

    /** Until the watch ends; what cannot be shown in the form asked for ends it, unsent. */
    void send() throws IOException, InterruptedException {
        Future<Void> before = Future.succeededFuture();
        while (!broken) {
            Optional<WatchEvent> event = watch.next();
            if (event.isEmpty()) {
                return;
            }
            exchange.await(before);
            byte[] batch = batch(event.get());
            if (batch.length > 0) {
                before = exchange.writeLater(batch);
            }
        }
    }

    private byte[] batch(WatchEvent next) throws InterruptedException {
        ByteArrayOutputStream batch = new ByteArrayOutputStream();
        try {
            Optional<WatchEvent> event = Optional.of(next);
            while (event.isPresent()) {
                byte[] line = WatchStream.line(event.get(), answers, first);
                batch.writeBytes(line);
                meter.sent(line.length);
                first = false;
                event = batch.size() < FULL ? watch.poll() : Optional.empty();
            }
        } catch (StatusException _) {
            broken = true;
        }
        return batch.toByteArray();
    }
}
