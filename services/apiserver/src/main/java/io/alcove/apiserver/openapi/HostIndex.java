package io.alcove.apiserver.openapi;

import io.alcove.apimachinery.status.StatusException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/** The host's hashes, asked for again when they have become old; none while it does not answer. */
final class HostIndex {

    private static final Logger LOG = Logger.getLogger(HostIndex.class);
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration KEPT_AFTER_FAILURE = Duration.ofSeconds(10);

    private final HostTypes host;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private Map<String, String> hashes = Map.of();
    private Instant goodUntil = Instant.MIN;

    HostIndex(HostTypes host, Clock clock) {
        this.host = host;
        this.clock = clock;
    }

    Map<String, String> hashes() {
        lock.lock();
        try {
            if (clock.instant().isAfter(goodUntil)) {
                ask();
            }
            return hashes;
        } finally {
            lock.unlock();
        }
    }

    /** Until it is asked again, the host counts as having no types. */
    void failed() {
        lock.lock();
        try {
            hashes = Map.of();
            goodUntil = clock.instant().plus(KEPT_AFTER_FAILURE);
        } finally {
            lock.unlock();
        }
    }

    private void ask() {
        try {
            hashes = Map.copyOf(host.hashes());
            goodUntil = clock.instant().plus(KEPT);
        } catch (StatusException e) {
            LOG.infof("host tells no descriptions cause=%s", e.getMessage());
            failed();
        }
    }
}
