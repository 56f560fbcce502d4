package io.alcove.apiserver.durability;

import io.alcove.apiserver.TestHttp;
import io.alcove.apiserver.linearizability.History;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server under writers and watchers ends without warning and comes back, again and again. What
 * was answered before is there after: else no order would explain what is answered later.
 */
final class CrashTest {

    /** More for a longer run. */
    private static final int ROUNDS = Integer.getInteger("alcove.durability.rounds", 2);

    private static final int REQUESTS = 150;

    @TempDir private Path directory;

    @Test
    void losesNothingWhenItIsKilled() throws Exception {
        crash(Map.of(), () -> {});
    }

    @Test
    void losesNothingWhenThePowerFails() throws Exception {
        PowerLoss power = PowerLoss.prepare(directory);
        crash(power.environment(), () -> power.strike(directory.resolve("store")));
    }

    private interface Disaster {
        void strike() throws Exception;
    }

    private void crash(Map<String, String> environment, Disaster disaster) throws Exception {
        try (ServerProcess server = ServerProcess.start(directory, environment)) {
            TestHttp http = new TestHttp(server.port());
            History history = History.begin(List.of(http));
            for (int round = 0; round < ROUNDS; round++) {
                history.await(REQUESTS);
                server.kill();
                disaster.strike();
                server.startAgain();
            }
            history.await(REQUESTS);
            history.check(http);
        }
    }
}
