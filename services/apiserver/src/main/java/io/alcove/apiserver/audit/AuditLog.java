package io.alcove.apiserver.audit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jboss.logging.Logger;

/**
 * Appends events to a file, a line each, before the request that they tell of goes on. A file that
 * is full is put aside under the time, as upstream names it.
 */
public final class AuditLog implements AuditSink {

    private static final Logger LOG = Logger.getLogger(AuditLog.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss.SSS").withZone(ZoneOffset.UTC);

    private final Path path;
    private final Limits limits;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private OutputStream out;
    private long size;

    /**
     * @param maxBytes of a file; 0 for any
     * @param maxBackups how many files stay beside it; 0 for any
     * @param maxAge how long they stay; zero for ever
     * @param compress whether they are compressed
     */
    public record Limits(long maxBytes, int maxBackups, Duration maxAge, boolean compress) {}

    public AuditLog(Path path, Limits limits, Clock clock) throws IOException {
        this.path = path.toAbsolutePath();
        this.limits = limits;
        this.clock = clock;
        Files.createDirectories(directory());
        this.out = open();
    }

    @Override
    public void accept(byte[] event) {
        lock.lock();
        try {
            if (limits.maxBytes > 0 && size > 0 && size + event.length + 1 > limits.maxBytes) {
                rotate();
            }
            byte[] line = new byte[event.length + 1];
            System.arraycopy(event, 0, line, 0, event.length);
            line[event.length] = '\n';
            out.write(line);
            size += line.length;
        } catch (IOException e) {
            LOG.errorf(e, "audit event lost path=%s", path);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    private OutputStream open() throws IOException {
        size = Files.exists(path) ? Files.size(path) : 0;
        return Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void rotate() throws IOException {
        out.close();
        Path aside =
                directory().resolve(stem() + "-" + STAMP.format(clock.instant()) + extension());
        Files.move(path, aside);
        if (limits.compress) {
            compress(aside);
        }
        out = open();
        forgetOld();
    }

    private static void compress(Path file) throws IOException {
        Path compressed = file.resolveSibling(file.getFileName() + ".gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            Files.copy(file, gzip);
        }
        Files.delete(file);
    }

    private void forgetOld() throws IOException {
        List<Path> newestFirst = backups();
        Instant oldest = clock.instant().minus(limits.maxAge);
        for (int i = 0; i < newestFirst.size(); i++) {
            Path backup = newestFirst.get(i);
            boolean tooMany = limits.maxBackups > 0 && i >= limits.maxBackups;
            boolean tooOld =
                    limits.maxAge.isPositive()
                            && Files.getLastModifiedTime(backup).toInstant().isBefore(oldest);
            if (tooMany || tooOld) {
                Files.delete(backup);
            }
        }
    }

    private List<Path> backups() throws IOException {
        try (Stream<Path> files = Files.list(directory())) {
            return files.filter(this::isBackup).sorted(Comparator.reverseOrder()).toList();
        }
    }

    private boolean isBackup(Path file) {
        String name = file.getFileName().toString();
        return name.matches(
                java.util.regex.Pattern.quote(stem())
                        + "-\\d{4}-\\d\\d-\\d\\dT[\\d.-]+"
                        + java.util.regex.Pattern.quote(extension())
                        + "(\\.gz)?");
    }

    private Path directory() {
        return requireNonNull(path.getParent(), "a file has a folder");
    }

    private String stem() {
        String name = path.getFileName().toString();
        return name.substring(0, name.length() - extension().length());
    }

    private String extension() {
        String name = path.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot);
    }
}
