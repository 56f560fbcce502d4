package io.alcove.apiserver.authentication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * What a file says, read again when it changes: looked at when it is asked for, at most once in
 * each {@link #PERIOD}. A file that cannot be read any more leaves what was read last.
 */
public final class WatchedFile<T> {

    static final Duration PERIOD = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(WatchedFile.class);

    private final Path path;
    private final Reader<T> reader;
    private final AtomicLong lookedAt = new AtomicLong(System.nanoTime());
    private volatile State<T> state;

    private record State<T>(FileTime modified, long size, T value) {}

    /** Makes something of the bytes of a file. */
    @FunctionalInterface
    public interface Reader<T> {

        /**
         * @throws IOException where they are not of the form
         */
        T read(byte[] content) throws IOException;
    }

    /**
     * @throws IOException where the file cannot be read
     */
    public WatchedFile(Path path, Reader<T> reader) throws IOException {
        this.path = path;
        this.reader = reader;
        this.state = load();
    }

    public T current() {
        long now = System.nanoTime();
        long last = lookedAt.get();
        if (now - last > PERIOD.toNanos() && lookedAt.compareAndSet(last, now)) {
            look();
        }
        return state.value();
    }

    /** Looks at the file at once. */
    public void look() {
        try {
            boolean same =
                    state.modified().equals(Files.getLastModifiedTime(path))
                            && state.size() == Files.size(path);
            if (!same) {
                state = load();
                LOG.infof("file read again path=%s", path);
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warnf("file not read again path=%s cause=%s", path, e.getMessage());
        }
    }

    private State<T> load() throws IOException {
        FileTime modified = Files.getLastModifiedTime(path);
        byte[] content = Files.readAllBytes(path);
        return new State<>(modified, content.length, reader.read(content));
    }
}
