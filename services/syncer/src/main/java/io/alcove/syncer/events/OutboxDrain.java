package io.alcove.syncer.events;

import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Carries events from the outbox to the broker, however long the broker is away. */
public final class OutboxDrain implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OutboxDrain.class);
    private static final int BATCH = 256;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LAST_PAUSE = Duration.ofSeconds(15);

    private final Outbox outbox;
    private final EventPublisher publisher;
    private final Thread thread;

    public OutboxDrain(Outbox outbox, EventPublisher publisher) {
        this.outbox = outbox;
        this.publisher = publisher;
        this.thread = Thread.ofVirtual().name("outbox-drain").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        try {
            while (true) {
                List<Outbox.Entry> entries = outbox.next(BATCH);
                try {
                    publisher.publish(entries);
                    outbox.acknowledge(entries.getLast().sequence());
                    pause = FIRST_PAUSE;
                } catch (EventPublisher.PublishException e) {
                    LOG.warnf(
                            "events wait waiting=%d cause=%s",
                            outbox.waitingEvents(), e.getMessage());
                    Thread.sleep(pause);
                    pause = longer(pause);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LAST_PAUSE) > 0 ? LAST_PAUSE : doubled;
    }
}
