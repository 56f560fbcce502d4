package io.alcove.syncer.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileOutboxTest {

    private static final long PLENTY = 1 << 20;
    private static final long SMALL_SEGMENT = 64;

    @TempDir Path directory;

    @Test
    void givesEntriesInOrderUntilTheyAreAcknowledged() throws Exception {
        try (FileOutbox outbox = open(PLENTY)) {
            append(outbox, "a", "b", "c");
            assertThat(values(outbox.next(2))).containsExactly("a", "b");
            outbox.acknowledge(1);
            assertThat(values(outbox.next(10))).containsExactly("b", "c");
            assertThat(outbox.waitingEvents()).isEqualTo(2);
        }
    }

    @Test
    void findsAfterAKillWhatWasNotAcknowledged() throws Exception {
        FileOutbox killed = open(PLENTY);
        append(killed, "a", "b", "c");
        killed.acknowledge(1);
        try (FileOutbox outbox = open(PLENTY)) {
            append(outbox, "d");
            assertThat(values(outbox.next(10))).containsExactly("b", "c", "d");
        }
    }

    @Test
    void dropsAnEntryThatAKillCutShort() throws Exception {
        try (FileOutbox outbox = open(PLENTY)) {
            append(outbox, "a");
        }
        try (Stream<Path> files = Files.list(directory)) {
            Path segment = files.filter(f -> f.toString().endsWith(".events")).findFirst().get();
            Files.write(segment, new byte[] {0, 0, 0, 9, 1, 2}, StandardOpenOption.APPEND);
        }
        try (FileOutbox outbox = open(PLENTY)) {
            append(outbox, "b");
            assertThat(values(outbox.next(10))).containsExactly("a", "b");
        }
    }

    @Test
    void refusesWhatGoesBeyondItsBound() throws Exception {
        try (FileOutbox outbox = open(100)) {
            assertThat(outbox.append("key", new byte[60])).isTrue();
            assertThat(outbox.append("key", new byte[60])).isFalse();
            outbox.acknowledge(1);
            assertThat(outbox.append("key", new byte[60])).isTrue();
        }
    }

    @Test
    void removesSegmentsThatAreAcknowledged() throws Exception {
        try (FileOutbox outbox = open(PLENTY)) {
            for (int i = 0; i < 20; i++) {
                append(outbox, "value " + i);
            }
            outbox.acknowledge(20);
            assertThat(outbox.waitingBytes()).isZero();
        }
        try (FileOutbox outbox = open(PLENTY)) {
            append(outbox, "later");
            assertThat(outbox.next(1).getFirst().sequence()).isEqualTo(21);
        }
    }

    private FileOutbox open(long maxBytes) throws IOException {
        return FileOutbox.open(directory, maxBytes, SMALL_SEGMENT);
    }

    private static void append(Outbox outbox, String... values) {
        for (String value : values) {
            assertThat(outbox.append("key", value.getBytes(StandardCharsets.UTF_8))).isTrue();
        }
    }

    private static List<String> values(List<Outbox.Entry> entries) {
        return entries.stream().map(e -> new String(e.value(), StandardCharsets.UTF_8)).toList();
    }
}
