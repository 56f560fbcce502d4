package io.alcove.apiserver.storage.encryption.kms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alcove.apiserver.storage.encryption.KmsOptions;
import io.alcove.apiserver.storage.encryption.TransformException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KmsV2ProviderTest {

    private static final byte[] PLAIN = "plain".getBytes(UTF_8);
    private static final byte[] CONTEXT = "/registry/core/secrets/default/a".getBytes(UTF_8);

    @TempDir private Path directory;
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private TestingKmsPlugin plugin;

    @BeforeEach
    void startPlugin() throws IOException {
        plugin = new TestingKmsPlugin(socket(), "first");
    }

    @AfterEach
    void stopPlugin() {
        plugin.close();
    }

    private Path socket() {
        return directory.resolve("kms.sock");
    }

    private KmsV2Provider provider() {
        return KmsV2Provider.open(
                new KmsOptions("plugin", socket(), Duration.ofSeconds(5)), now::get);
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Test
    void asksThePluginOnceForManyValues() throws TransformException {
        byte[] stored;
        try (KmsV2Provider writer = provider()) {
            for (int i = 0; i < 10; i++) {
                stored = writer.toStorage(PLAIN, CONTEXT);
                assertThat(writer.fromStorage(stored, CONTEXT).value()).isEqualTo(PLAIN);
            }
            stored = writer.toStorage(PLAIN, CONTEXT);
        }
        assertThat(plugin.encryptions()).isEqualTo(1);
        assertThat(plugin.decryptions()).isZero();
        try (KmsV2Provider reader = provider()) {
            for (int i = 0; i < 10; i++) {
                assertThat(reader.fromStorage(stored, CONTEXT).value()).isEqualTo(PLAIN);
            }
            assertThat(plugin.decryptions()).isEqualTo(1);
        }
    }

    @Test
    void bindsAValueToItsKey() throws TransformException {
        try (KmsV2Provider provider = provider()) {
            byte[] stored = provider.toStorage(PLAIN, CONTEXT);
            assertThatThrownBy(() -> provider.fromStorage(stored, "/other".getBytes(UTF_8)))
                    .hasMessage("cipher: message authentication failed");
        }
    }

    @Test
    void takesANewSeedWhenThePluginHasANewKey() throws TransformException {
        try (KmsV2Provider provider = provider()) {
            byte[] stored = provider.toStorage(PLAIN, CONTEXT);
            plugin.rotateTo("second");
            assertThat(provider.check(true)).isEmpty();
            assertThat(provider.fromStorage(stored, CONTEXT).stale()).isTrue();
            byte[] next = provider.toStorage(PLAIN, CONTEXT);
            assertThat(provider.fromStorage(next, CONTEXT).stale()).isFalse();
            assertThat(plugin.encryptions()).isEqualTo(2);
        }
    }

    @Test
    void endsWritesThreeMinutesAfterThePluginWasLost() throws TransformException {
        try (KmsV2Provider provider = provider()) {
            byte[] stored = provider.toStorage(PLAIN, CONTEXT);
            plugin.say("burning");
            pass(Duration.ofMinutes(2));
            assertThat(provider.problem())
                    .contains(
                            "kmsv2 Provider plugin is not healthy, error: got unexpected healthz"
                                    + " status: burning");
            assertThat(provider.toStorage(PLAIN, CONTEXT)).isNotEmpty();
            pass(Duration.ofMinutes(2));
            assertThatThrownBy(() -> provider.toStorage(PLAIN, CONTEXT))
                    .isInstanceOf(TransformException.class)
                    .hasMessageContaining("expired");
            assertThat(provider.fromStorage(stored, CONTEXT).value()).isEqualTo(PLAIN);
            plugin.say("ok");
            assertThat(provider.problem()).isEmpty();
            assertThat(provider.toStorage(PLAIN, CONTEXT)).isNotEmpty();
        }
    }
}
