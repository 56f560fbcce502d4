package io.alcove.apiserver.storage.etcd;

import io.alcove.apiserver.storage.Store;
import io.alcove.apiserver.storage.StoreEvent;
import io.alcove.apiserver.storage.StoreException;
import io.alcove.apiserver.storage.StoreKey;
import io.alcove.client.queue.Backoff;
import io.alcove.proto.etcd.v3.Event;
import io.alcove.proto.etcd.v3.KeyValue;
import io.alcove.proto.etcd.v3.WatchResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Follows the keys of the prefix over one stream after another: where a stream is lost, the next
 * one begins behind the last revision that was delivered, so that the subscriber does not notice.
 */
final class EtcdWatch implements Store.Subscription, WatchStream.Receiver {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Backoff PAUSES = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(2));
    private static final Logger LOG = System.getLogger(EtcdWatch.class.getName());

    private final EtcdEndpoints endpoints;
    private final EtcdKeys keys;
    private final Store.Subscriber subscriber;
    private final Consumer<EtcdWatch> onEnd;
    private final ProgressRequests progress = new ProgressRequests(this::requestProgress);
    private int failures;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile long delivered;
    private volatile WatchStream stream = WatchStream.NONE;

    EtcdWatch(
            EtcdEndpoints endpoints,
            EtcdKeys keys,
            long after,
            Store.Subscriber subscriber,
            Consumer<EtcdWatch> onEnd) {
        this.endpoints = endpoints;
        this.keys = keys;
        this.delivered = after;
        this.subscriber = subscriber;
        this.onEnd = onEnd;
    }

    void start() {
        progress.start();
        connect();
    }

    long delivered() {
        return delivered;
    }

    private void connect() {
        if (!ended.get()) {
            stream =
                    WatchStream.open(
                            endpoints.choose(PATIENCE),
                            keys.key(StoreKey.ROOT),
                            keys.endOf(StoreKey.ROOT),
                            delivered + 1,
                            this);
        }
        if (ended.get()) {
            stream.cancel();
        }
    }

    /**
     * Somebody waits for a revision, which etcd named to who had seen another one before.
     *
     * @param seen a revision that was delivered before the other was asked for
     */
    void expect(long seen, long revision) {
        if (revision < seen) {
            fail(new StoreException("etcd went back from revision " + seen + " to " + revision));
        } else if (revision > delivered) {
            progress.expect(revision);
        }
    }

    private void requestProgress() {
        stream.requestProgress();
    }

    @Override
    public void received(WatchResponse response) {
        if (ended.get()) {
            return;
        }
        failures = 0;
        if (response.getCanceled()) {
            canceled(response);
        } else if (response.getEventsCount() > 0) {
            deliver(response);
        } else if (!response.getCreated()) {
            reached(response.getHeader().getRevision());
        }
    }

    private void canceled(WatchResponse response) {
        if (response.getCompactRevision() > 0) {
            fail(
                    new StoreException(
                            "etcd compacted revision %d before it was read"
                                    .formatted(response.getCompactRevision())));
        } else {
            stream.cancel();
            lost(new StoreException("etcd ended a watch: " + response.getCancelReason()));
        }
    }

    private void deliver(WatchResponse response) {
        for (Event event : response.getEventsList()) {
            long revision = event.getKv().getModRevision();
            if (revision <= delivered) {
                // only another program writes several keys at once
                fail(new StoreException("revision " + revision + " changed several keys"));
                return;
            }
            if (!tell(event)) {
                return;
            }
            delivered = revision;
        }
        progress.reached(delivered);
    }

    private boolean tell(Event event) {
        KeyValue kv = event.getKv();
        Optional<StoreKey> key = keys.parse(kv.getKey());
        try {
            key.ifPresentOrElse(
                    known -> subscriber.accept(event(known, event)),
                    () -> subscriber.reached(kv.getModRevision()));
            return true;
        } catch (RuntimeException e) {
            fail(new StoreException("a subscriber failed", e));
            return false;
        }
    }

    private static StoreEvent event(StoreKey key, Event event) {
        KeyValue kv = event.getKv();
        long revision = kv.getModRevision();
        return event.getType() == Event.EventType.DELETE
                ? new StoreEvent.Deleted(key, revision)
                : new StoreEvent.Put(
                        key,
                        kv.getValue().toByteArray(),
                        revision,
                        kv.getCreateRevision() == revision);
    }

    private void reached(long revision) {
        if (revision > delivered) {
            subscriber.reached(revision);
            delivered = revision;
        }
        progress.reached(revision);
    }

    @Override
    public void lost(Throwable cause) {
        if (!ended.get()) {
            LOG.log(Level.INFO, "etcd watch lost, begun again after revision " + delivered, cause);
            Thread.ofVirtual().name("etcd-watch").start(this::connectAgain);
        }
    }

    private void connectAgain() {
        try {
            if (!closing.await(PAUSES.jittered(++failures).toMillis(), TimeUnit.MILLISECONDS)) {
                connect();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (StoreException e) {
            lost(e);
        }
    }

    private void fail(StoreException cause) {
        if (end()) {
            subscriber.failed(cause);
        }
    }

    private boolean end() {
        if (!ended.compareAndSet(false, true)) {
            return false;
        }
        closing.countDown();
        progress.close();
        stream.cancel();
        onEnd.accept(this);
        return true;
    }

    @Override
    public void close() {
        boolean _ = end();
    }
}
