package io.alcove.syncer.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * An outbox in files: events are appended to the last of a row of segments, and a segment is
 * removed once all of it is acknowledged.
 *
 * <p>What is appended survives the end of the process at once, and a power loss after {@link
 * #sync}, which its owner calls in short intervals.
 */
public final class FileOutbox implements Outbox {

    private static final String SUFFIX = ".events";

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Path directory;
    private final Position position;
    private final long maxBytes;
    private final long segmentBytes;
    private final Deque<Segment> segments = new ArrayDeque<>();
    private long nextSequence;
    private long acknowledged;

    private FileOutbox(Path directory, Position position, long maxBytes, long segmentBytes) {
        this.directory = directory;
        this.position = position;
        this.maxBytes = maxBytes;
        this.segmentBytes = segmentBytes;
    }

    /**
     * Opens what an earlier process left. An entry that a crash cut short was never accepted, and
     * is dropped.
     *
     * @param maxBytes the bound of all waiting events
     * @param segmentBytes the size at which a segment is closed
     */
    public static FileOutbox open(Path directory, long maxBytes, long segmentBytes)
            throws IOException {
        Files.createDirectories(directory);
        Position position = Position.open(directory.resolve("position"));
        FileOutbox outbox = new FileOutbox(directory, position, maxBytes, segmentBytes);
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList()) {
                outbox.segments.add(Segment.recover(file, firstSequence(file)));
            }
        }
        // The position may be lost: then everything that is still there is sent again.
        outbox.acknowledged =
                outbox.segments.isEmpty()
                        ? position.value()
                        : Math.max(position.value(), outbox.segments.getFirst().first() - 1);
        outbox.nextSequence =
                outbox.segments.isEmpty()
                        ? position.value() + 1
                        : Math.max(position.value() + 1, outbox.segments.getLast().end());
        outbox.dropAcknowledged();
        return outbox;
    }

    @Override
    public boolean append(String key, byte[] value) {
        lock.lock();
        try {
            if (waitingBytes() + value.length > maxBytes) {
                return false;
            }
            writable().append(key, value);
            nextSequence++;
            arrived.signal();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<Entry> next(int max) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (acknowledged + 1 >= nextSequence) {
                arrived.await();
            }
            List<Entry> entries = new ArrayList<>();
            for (Segment segment : segments) {
                if (entries.size() < max) {
                    segment.read(acknowledged + 1, max - entries.size(), entries::add);
                }
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void acknowledge(long sequence) {
        lock.lock();
        try {
            acknowledged = Math.max(acknowledged, sequence);
            position.write(acknowledged);
            dropAcknowledged();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    /** Makes everything appended survive a power loss. */
    public void sync() {
        lock.lock();
        try {
            if (!segments.isEmpty()) {
                segments.getLast().sync();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long waitingEvents() {
        lock.lock();
        try {
            return nextSequence - acknowledged - 1;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long waitingBytes() {
        lock.lock();
        try {
            return segments.stream().mapToLong(Segment::bytes).sum();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            for (Segment segment : segments) {
                segment.sync();
                segment.close();
            }
            segments.clear();
            position.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    private Segment writable() throws IOException {
        if (segments.isEmpty() || segments.getLast().bytes() >= segmentBytes) {
            if (!segments.isEmpty()) {
                segments.getLast().sync();
            }
            Path file = directory.resolve("%020d%s".formatted(nextSequence, SUFFIX));
            segments.add(Segment.create(file, nextSequence));
        }
        return segments.getLast();
    }

    private void dropAcknowledged() throws IOException {
        while (!segments.isEmpty() && segments.getFirst().end() <= acknowledged + 1) {
            segments.removeFirst().delete();
        }
    }

    private static long firstSequence(Path file) {
        String name = String.valueOf(file.getFileName());
        return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    }
}
