package io.alcove.syncer.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Puts each sync step into the outbox. Sync goes on where that fails; the loss is counted. */
public final class OutboxJournal implements SyncJournal {

    private static final Logger LOG = Logger.getLogger(OutboxJournal.class);
    private static final long LOGGED_EVERY = 1000;

    private final Outbox outbox;
    private final CloudEvents encoder;
    private final Counter lost;
    private final AtomicLong losses = new AtomicLong();

    public OutboxJournal(Outbox outbox, String tenant, MeterRegistry metrics, Clock clock) {
        this.outbox = outbox;
        this.encoder = new CloudEvents(tenant, clock);
        this.lost = metrics.counter("sync_events_lost_total");
        metrics.gauge("sync_outbox_events", outbox, Outbox::waitingEvents);
        metrics.gauge("sync_outbox_bytes", outbox, Outbox::waitingBytes);
    }

    @Override
    public void record(SyncRecord entry) {
        try {
            if (!outbox.append(CloudEvents.subject(entry), encoder.encode(entry))) {
                lose("outbox full", entry);
            }
        } catch (UncheckedIOException e) {
            LOG.errorf(e, "outbox not writable");
            lose("outbox not writable", entry);
        }
    }

    private void lose(String why, SyncRecord entry) {
        lost.increment();
        long count = losses.getAndIncrement();
        if (count % LOGGED_EVERY == 0) {
            LOG.errorf(
                    "sync event lost why=%s subject=%s lost=%d",
                    why, CloudEvents.subject(entry), count + 1);
        }
    }
}
