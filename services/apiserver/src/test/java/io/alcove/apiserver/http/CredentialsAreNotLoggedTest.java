package io.alcove.apiserver.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apiserver.TestApiServer;
import io.alcove.apiserver.TestHttp;
import io.alcove.pki.PkiDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With every logger as talkative as it gets. */
class CredentialsAreNotLoggedTest {

    private static final String STATIC = "static-token-zzqq";
    private static final String UNKNOWN = "unknown-token-zzqq";
    private static final String JWT =
            "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJrdWJlcm5ldGVzL3NlcnZpY2VhY2NvdW50In0.enpxcQ";
    private static final String WEBHOOK = "webhook-token-zzqq";

    @TempDir private Path directory;

    @Test
    void whateverTheyAreAndWhateverBecomesOfThem() throws Exception {
        Path tokens = Files.writeString(directory.resolve("tokens"), STATIC + ",ann,1\n");
        Recorder recorder = new Recorder();
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        root.addHandler(recorder);
        root.setLevel(Level.ALL);
        try (TestApiServer server =
                TestApiServer.startGuarded(
                        directory,
                        "--token-auth-file=" + tokens,
                        "--enable-bootstrap-token-auth=true",
                        "--authentication-token-webhook-config-file=" + webhook())) {
            TestHttp http = new TestHttp(server.securePort());
            assertThat(http.get("/api/v1/pods", STATIC).statusCode()).isEqualTo(403);
            for (String token : List.of(UNKNOWN, JWT, "abcdef.0123456789abcdef")) {
                assertThat(http.get("/api/v1/pods", token).statusCode()).isEqualTo(401);
            }
        } finally {
            root.setLevel(before);
            root.removeHandler(recorder);
        }
        String log = String.join("\n", recorder.texts);
        assertThat(log).as("something was recorded").isNotEmpty();
        for (String secret :
                List.of(STATIC, UNKNOWN, JWT, WEBHOOK, "0123456789abcdef", "PRIVATE KEY")) {
            assertThat(log).doesNotContain(secret);
        }
    }

    /** Of a server that nobody is at. */
    private Path webhook() throws Exception {
        PkiDirectory pki = TestApiServer.pki(directory);
        return Files.writeString(
                directory.resolve("webhook.kubeconfig"),
                """
                clusters: [{name: w, cluster: {server: "https://127.0.0.1:1", certificate-authority: %s}}]
                users: [{name: w, user: {token: %s}}]
                contexts: [{name: w, context: {cluster: w, user: w}}]
                current-context: w
                """
                        .formatted(pki.file("ca.crt"), WEBHOOK));
    }

    private static final class Recorder extends Handler {

        private final Queue<String> texts = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord entry) {
            texts.add(entry.getLoggerName() + " " + entry.getMessage());
            if (entry.getParameters() != null) {
                texts.add(Arrays.deepToString(entry.getParameters()));
            }
            for (Throwable cause = entry.getThrown(); cause != null; cause = cause.getCause()) {
                texts.add(String.valueOf(cause));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
