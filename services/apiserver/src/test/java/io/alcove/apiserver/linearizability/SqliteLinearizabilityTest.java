package io.alcove.apiserver.linearizability;

import io.alcove.apiserver.TestApiServer;
import io.alcove.apiserver.TestHttp;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteLinearizabilityTest {

    /** More for a longer run. */
    private static final int REQUESTS = Integer.getInteger("alcove.history.requests", 1500);

    @TempDir private Path directory;

    @Test
    void answersConcurrentRequestsAsIfTheyCameOneByOne() throws Exception {
        try (TestApiServer server = TestApiServer.start(directory)) {
            TestHttp http = new TestHttp(server.securePort());
            History history = History.begin(List.of(http, http));
            history.await(REQUESTS);
            history.check(http);
        }
    }
}
