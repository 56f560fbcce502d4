package io.alcove.client.informer;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.client.ListQuery;
import io.alcove.client.ObjectList;
import io.alcove.client.ResourceClient;
import io.alcove.client.WatchEvent;
import io.alcove.client.WatchStream;
import io.alcove.client.queue.Backoff;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Lists once, then watches from there for as long as the server knows the revision. */
final class Reflector implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Reflector.class.getName());
    private static final Backoff BACKOFF =
            new Backoff(Duration.ofMillis(100), Duration.ofSeconds(3));
    private static final int MIN_WATCH_SECONDS = 300;

    /** Where what is seen goes; called by one thread. */
    interface Sink {

        void replaced(List<ApiObject> items);

        void changed(ApiObject object);

        void deleted(ApiObject object);
    }

    private final ResourceClient client;
    private final ListQuery query;
    private final Sink sink;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable WatchStream stream;
    private String resourceVersion = "";
    private int failures;

    Reflector(ResourceClient client, ListQuery query, Sink sink) {
        this.client = client;
        this.query = query;
        this.sink = sink;
        this.thread =
                Thread.ofVirtual()
                        .name("informer-" + client.type().groupResource())
                        .unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    boolean isStarted() {
        return thread.getState() != Thread.State.NEW;
    }

    @Override
    public void close() {
        closed = true;
        WatchStream open = stream;
        if (open != null) {
            open.close();
        }
        thread.interrupt();
    }

    private void run() {
        try {
            while (!closed) {
                step();
            }
        } catch (InterruptedException _) {
            // closed
        }
    }

    private void step() throws InterruptedException {
        try {
            if (resourceVersion.isEmpty()) {
                ObjectList list = client.list(query);
                sink.replaced(list.items());
                resourceVersion = list.resourceVersion();
            }
            watch();
        } catch (StatusException e) {
            if (e.is(StatusReason.EXPIRED) || e.is(StatusReason.GONE)) {
                resourceVersion = "";
            } else if (!closed) {
                log(e);
            }
            pause();
        }
    }

    /** Follows one watch to its end; one that ends at once without an event is paced. */
    private void watch() throws InterruptedException {
        boolean heard = false;
        try (WatchStream watch = client.watch(query, resourceVersion, watchDuration())) {
            stream = watch;
            for (Optional<WatchEvent> event = watch.next();
                    event.isPresent() && !closed;
                    event = watch.next()) {
                take(event.get());
                heard = true;
                failures = 0;
            }
        }
        if (!heard && !closed) {
            pause();
        }
    }

    private void take(WatchEvent event) {
        ApiObject object = event.object();
        resourceVersion = object.resourceVersion();
        switch (event.type()) {
            case ADDED, MODIFIED -> sink.changed(object);
            case DELETED -> sink.deleted(object);
            case BOOKMARK -> {}
        }
    }

    private void pause() throws InterruptedException {
        if (!closed) {
            Thread.sleep(BACKOFF.jittered(++failures));
        }
    }

    /** Between five and ten minutes, as client-go's, so that watches do not end together. */
    private static Duration watchDuration() {
        return Duration.ofSeconds(
                MIN_WATCH_SECONDS + ThreadLocalRandom.current().nextInt(MIN_WATCH_SECONDS));
    }

    private void log(StatusException e) {
        LOG.log(
                Level.WARNING,
                "list or watch failed resource={0} reason={1} message={2}",
                client.type().groupResource(),
                e.status().reason(),
                e.getMessage());
    }
}
