package io.alcove.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Watches of one collection, which note when each of the objects made in it has reached all. */
final class Watchers implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern REVISION = Pattern.compile("\"resourceVersion\":\"(\\d+)\"");
    private static final String PREFIX = "made-";
    private static final byte[] NAME = ("\"name\":\"" + PREFIX).getBytes(StandardCharsets.US_ASCII);

    private final List<Connection> connections = new ArrayList<>();
    private final AtomicLongArray received;
    private final CountDownLatch left;

    /** The name of the object with an index, from which watchers know it. */
    static String name(int index) {
        return PREFIX + "%06d".formatted(index);
    }

    Watchers(Endpoint endpoint, String collection, int count, int events) throws IOException {
        received = new AtomicLongArray(events);
        left = new CountDownLatch(count);
        String revision = revision(endpoint, collection);
        for (int i = 0; i < count; i++) {
            Connection connection = new Connection(endpoint);
            connections.add(connection);
            Request watch = Request.get(collection + "?watch=1&resourceVersion=" + revision);
            Thread.ofPlatform().name("watcher").start(() -> follow(connection, watch, events));
        }
    }

    private static String revision(Endpoint endpoint, String collection) throws IOException {
        try (Connection connection = new Connection(endpoint)) {
            Matcher matcher =
                    REVISION.matcher(connection.text(Request.get(collection + "?limit=1")));
            if (!matcher.find()) {
                throw new IOException("a list without a revision");
            }
            return matcher.group(1);
        }
    }

    private void follow(Connection connection, Request watch, int events) {
        try {
            connection.perform(watch, new Lines(events));
        } catch (IOException _) {
            // closed by us, or else missing events tell
        }
    }

    /** Waits for what is still on its way, and sets the ends to when the last watcher had each. */
    void complete(Timings timings) throws IOException, InterruptedException {
        if (!left.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("watchers miss events");
        }
        for (int i = 0; i < received.length(); i++) {
            timings.end(i, received.get(i));
        }
    }

    /** Reads of each event the name, which stands near its begin, and nothing else. */
    private final class Lines implements Answer.Sink {

        private int missing;
        private int matched;
        private int digits;
        private int index;
        private boolean named;

        Lines(int events) {
            missing = events;
        }

        @Override
        public void take(byte[] bytes, int from, int to) {
            for (int i = from; i < to; i++) {
                byte b = bytes[i];
                if (b == '\n') {
                    matched = 0;
                    named = false;
                } else if (!named) {
                    match(b);
                }
            }
        }

        private void match(byte b) {
            if (matched < NAME.length) {
                matched = b == NAME[matched] ? matched + 1 : b == NAME[0] ? 1 : 0;
                digits = 0;
                index = 0;
                return;
            }
            index = index * 10 + b - '0';
            if (++digits == 6) {
                named = true;
                received.accumulateAndGet(index, System.nanoTime(), Math::max);
                if (--missing == 0) {
                    left.countDown();
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
