package io.alcove.apiserver.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apiserver.TestApiServer;
import io.alcove.apiserver.TestHttp;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Limits, health and the end of the HTTPS door. */
@Timeout(120)
class HttpsServerTest {

    private static final String CONFIG_MAPS = "/api/v1/namespaces/default/configmaps";

    @TempDir private Path directory;
    private TestApiServer server;
    private TestHttp http;

    @BeforeEach
    void start() throws Exception {
        server = TestApiServer.start(directory);
        http = new TestHttp(server.securePort());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tellsItsHealthAsKubeApiserverDoes() throws Exception {
        record Case(String path, int code, String body) {}
        String started =
                """
                [+]poststarthook/start-system-namespaces-controller ok
                [+]poststarthook/rbac/bootstrap-roles ok
                [+]poststarthook/scheduling/bootstrap-system-priority-classes ok
                """;
        for (Case c :
                List.of(
                        new Case("/readyz", 200, "ok"),
                        new Case("/livez/ping?verbose", 200, "ok"),
                        new Case("/readyz/etcd", 200, "ok"),
                        new Case("/healthz/poststarthook/rbac/bootstrap-roles", 200, "ok"),
                        new Case("/livez/nope", 404, "404 page not found\n"),
                        new Case("/livez/shutdown", 404, "404 page not found\n"),
                        new Case("/readyz/", 404, "404 page not found\n"),
                        new Case(
                                "/livez?verbose",
                                200,
                                "[+]ping ok\n[+]log ok\n[+]etcd ok\n"
                                        + started
                                        + "livez check passed\n"),
                        new Case(
                                "/readyz?verbose&exclude=etcd&exclude=nope",
                                200,
                                "[+]ping ok\n[+]log ok\n[+]etcd excluded: ok\n[+]etcd-readiness ok\n[+]informer-sync ok\n"
                                        + started
                                        + "[+]shutdown ok\nwarn: some health checks cannot be excluded: no matches for \"nope\"\nreadyz check passed\n"))) {
            HttpResponse<String> answer = http.get(c.path());
            assertThat(answer.statusCode()).as(c.path()).isEqualTo(c.code());
            assertThat(answer.body()).as(c.path()).isEqualTo(c.body());
        }
    }

    @Test
    void refusesWhatIsBeyondItsLimits() throws Exception {
        record Case(String name, String request, String status, String content) {}
        String host = " HTTP/1.1\r\nHost: x\r\n";
        for (Case c :
                List.of(
                        new Case(
                                "a body that does not come in time",
                                "POST "
                                        + CONFIG_MAPS
                                        + "?timeout=50ms"
                                        + host
                                        + "Content-Length: 9\r\n\r\n{",
                                "504",
                                "Timeout: request did not complete within the allotted timeout"),
                        new Case(
                                "a timeout that is none",
                                "GET " + CONFIG_MAPS + "?timeout=abc" + host + "\r\n",
                                "400",
                                "invalid timeout specified in the request URL - time: invalid duration \\\"abc\\\""),
                        new Case(
                                "a timeout without a unit",
                                "GET " + CONFIG_MAPS + "?timeout=5" + host + "\r\n",
                                "400",
                                "time: missing unit in duration \\\"5\\\""),
                        new Case(
                                "a long URL",
                                "GET /" + "x".repeat(300_000) + host + "\r\n",
                                "414",
                                ""),
                        new Case(
                                "a long header",
                                "GET /" + host + "X: " + "x".repeat(300_000) + "\r\n\r\n",
                                "431",
                                ""),
                        new Case(
                                "a large body",
                                "POST "
                                        + CONFIG_MAPS
                                        + host
                                        + "Content-Length: 3145729\r\n\r\n"
                                        + " ".repeat(3145729),
                                "413",
                                "Request entity too large: limit is 3145728"))) {
            String answer = untilClosed(c.request());
            assertThat(answer.split(" ", -1)[1]).as(c.name()).isEqualTo(c.status());
            assertThat(answer).as(c.name()).contains(c.content());
        }
    }

    @Test
    void endsWatchesCleanlyWhenItStops() throws Exception {
        http.post(CONFIG_MAPS, "{'metadata':{'name':'seen'}}");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                InputStream watch = http.stream(CONFIG_MAPS + "?watch=true&resourceVersion=0")) {
            assertThat(watch.read()).isEqualTo('{');
            Future<byte[]> rest = threads.submit(watch::readAllBytes);
            server.close();
            assertThat(new String(rest.get(), StandardCharsets.UTF_8)).endsWith("}\n");
        }
    }

    @Test
    void sendsLargeAnswersWhole() throws Exception {
        String value = "x".repeat(900_000);
        http.post(CONFIG_MAPS, "{'metadata':{'name':'large'},'data':{'k':'" + value + "'}}");
        assertThat(http.get(CONFIG_MAPS + "/large").body()).contains(value);
    }

    /** What is answered to these bytes until the server closes the connection. */
    private String untilClosed(String request) throws Exception {
        try (SSLSocket socket = http.connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
