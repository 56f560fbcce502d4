package io.alcove.cli.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The processes of a local cluster, one file each: process id and start time. The start time keeps
 * a later process that got the same id from being taken for ours.
 */
public final class ProcessTable {

    /** A service drains its watches and syncs its store within this. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Path directory;

    public ProcessTable(Path directory) {
        this.directory = directory;
    }

    public Optional<ProcessHandle> running(String name) throws IOException {
        Path file = directory.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String entry = Files.readString(file).strip();
        int space = entry.indexOf(' ');
        return ProcessHandle.of(Long.parseLong(entry.substring(0, space)))
                .filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process).equals(entry.substring(space + 1)));
    }

    public void add(String name, ProcessHandle process) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(name), process.pid() + " " + startOf(process) + "\n");
    }

    /** Ends every process, asking first and then not, and returns the names of those that ran. */
    public List<String> endAll() throws IOException, InterruptedException {
        List<String> ended = new ArrayList<>();
        List<ProcessHandle> processes = new ArrayList<>();
        for (String name : names()) {
            Optional<ProcessHandle> process = running(name);
            if (process.isPresent()) {
                process.get().destroy();
                processes.add(process.get());
                ended.add(name);
            }
        }
        Instant deadline = Instant.now().plus(GRACE);
        for (ProcessHandle process : processes) {
            awaitEnd(process, Duration.between(Instant.now(), deadline));
        }
        for (String name : names()) {
            Files.deleteIfExists(directory.resolve(name));
        }
        return ended;
    }

    private List<String> names() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void awaitEnd(ProcessHandle process, Duration atMost)
            throws InterruptedException {
        try {
            process.onExit().get(Math.max(1, atMost.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
