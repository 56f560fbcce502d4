package io.alcove.apiserver.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.TestApiServer;
import io.alcove.apiserver.TestHttp;
import io.alcove.apiserver.registry.ListOptions;
import io.alcove.apiserver.registry.Watch;
import io.alcove.apiserver.registry.WatchEvent;
import io.alcove.apiserver.request.RequestContext;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import io.alcove.client.channel.StatusTrailer;
import io.alcove.pki.PkiDirectory;
import io.grpc.Status;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The API server and a relay on loopback, over mutual TLS. */
@Timeout(120)
class RelayTest {

    private static final String DEFAULT = "/api/v1/namespaces/default";
    private static final String SERVICE =
            "{'metadata':{'name':'s'},'spec':{'ports':[{'port':80}]}}";
    private static final String POD =
            "{'metadata':{'name':'p'},'spec':{'nodeName':'n','containers':[{'name':'c','image':'i'}]}}";
    private static final String TWO =
            "{'metadata':{'name':'two'},'spec':{'nodeName':'n','initContainers':[{'name':'i','image':'i'}],'containers':[{'name':'a','image':'i'},{'name':'b','image':'i'}]}}";
    private static final String UNBOUND =
            "{'metadata':{'name':'u'},'spec':{'containers':[{'name':'c','image':'i'}]}}";

    @TempDir private Path directory;
    private FakeRelay relay;
    private TestApiServer server;
    private TestHttp http;

    @BeforeEach
    void start() throws Exception {
        relay = new FakeRelay(TestApiServer.pki(directory), 0);
        server =
                TestApiServer.start(
                        directory,
                        "--disable-admission-plugins=ServiceAccount",
                        "--relay-endpoint=127.0.0.1:" + relay.port());
        http = new TestHttp(server.securePort());
        awaitKubernetesService(server);
    }

    @AfterEach
    void stop() {
        server.close();
        relay.close();
    }

    @Test
    void describesTypesInTheHostsWords() throws Exception {
        String index = http.get("/openapi/v3").body();
        String url = index.replaceAll(".*\"(/openapi/v3/apis/apps/v1[^\"]*)\".*", "$1");
        HttpResponse<String> answer = http.get(url);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"description\":\"runs pods\"", "\"description\":\"what is wanted\"");
    }

    @Test
    void letsServicesBeBornOnTheHost() throws Exception {
        ApiObject created = object(http.post(DEFAULT + "/services", SERVICE));
        assertThat(created.text("spec", "clusterIP")).isEqualTo("10.1.2.3");
        assertThat(relay.allocations.getLast().getUid()).isEqualTo(created.uid());
        assertThat(relay.callers.getLast()).contains("CN=system:alcove-apiserver");
        assertThat(http.delete(DEFAULT + "/services/s").statusCode()).isEqualTo(200);
        assertThat(relay.releases.getLast().getUid()).isEqualTo(created.uid());
    }

    @Test
    void asksAgainWhereTheRelayWasAwayAndTellsRefusals() throws Exception {
        record Case(String name, List<RuntimeException> failures, int code, String message) {}
        RuntimeException away = Status.UNAVAILABLE.asRuntimeException();
        for (Case c :
                List.of(
                        new Case("away once", List.of(away), 201, ""),
                        new Case(
                                "away",
                                List.of(away, away, away),
                                503,
                                "the host cluster cannot be reached: the syncer's relay does not answer"),
                        new Case(
                                "late",
                                List.of(Status.DEADLINE_EXCEEDED.asRuntimeException()),
                                504,
                                "Timeout: the host cluster did not answer in time"),
                        new Case(
                                "refused by the host",
                                List.of(
                                        StatusTrailer.toGrpc(
                                                StatusException.forbidden(
                                                        new GroupResource("", "services"),
                                                        "s",
                                                        "exceeded quota"))),
                                403,
                                "services \"s\" is forbidden: exceeded quota"),
                        new Case(
                                "broken",
                                List.of(Status.INTERNAL.asRuntimeException()),
                                500,
                                "Internal error occurred: the syncer's relay failed"))) {
            relay.failures.addAll(c.failures());
            HttpResponse<String> answer = http.post(DEFAULT + "/services", SERVICE);
            assertThat(answer.statusCode()).as(c.name()).isEqualTo(c.code());
            if (c.code() != 201) {
                assertThat(object(answer).text("message")).as(c.name()).isEqualTo(c.message());
            }
            http.delete(DEFAULT + "/services/s");
        }
    }

    @Test
    void sendsLogsAsTheyAreAskedFor() throws Exception {
        http.post(DEFAULT + "/pods", POD);
        relay.log = List.of("one\n", "two\n");
        HttpResponse<String> log =
                http.get(
                        DEFAULT
                                + "/pods/p/log?timestamps=true&previous=1&sinceTime=2026-01-02T03:04:05Z&tailLines=7&limitBytes=9&pretty=true&insecureSkipTLSVerifyBackend=true");
        assertThat(log.statusCode()).isEqualTo(200);
        assertThat(log.body()).isEqualTo("one\ntwo\n");
        assertThat(log.headers().firstValue("Content-Type")).contains("text/plain");
        assertThat(relay.logs.getLast().toString())
                .isEqualTo(
                        """
                        namespace: "default"
                        pod: "p"
                        container: "c"
                        previous: true
                        timestamps: true
                        since_time: "2026-01-02T03:04:05Z"
                        tail_lines: 7
                        limit_bytes: 9
                        """);
    }

    @Test
    void refusesLogsInUpstreamsWords() throws Exception {
        record Case(String path, int code, String message) {}
        http.post(DEFAULT + "/pods", POD);
        http.post(DEFAULT + "/pods", TWO);
        http.post(DEFAULT + "/pods", UNBOUND);
        for (Case c :
                List.of(
                        new Case("u/log", 204, ""),
                        new Case("none/log", 404, "pods \"none\" not found"),
                        new Case(
                                "two/log",
                                400,
                                "a container name must be specified for pod two, choose one of: [i a b]"),
                        new Case("p/log?container=q", 400, "container q is not valid for pod p"),
                        new Case(
                                "p/log?sinceSeconds=x",
                                400,
                                "strconv.ParseInt: parsing \"x\": invalid syntax"),
                        new Case(
                                "p/log?tailLines=99999999999999999999",
                                400,
                                "strconv.ParseInt: parsing \"99999999999999999999\": value out of range"),
                        new Case(
                                "p/log?sinceTime=abc",
                                400,
                                "parsing time \"abc\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"abc\" as \"2006\""),
                        new Case(
                                "p/log?tailLines=-1&limitBytes=-5",
                                422,
                                "PodLogOptions \"p\" is invalid: [tailLines: Invalid value: -1: must be greater than or equal to 0, limitBytes: Invalid value: -5: must be greater than 0]"),
                        new Case(
                                "p/log?sinceSeconds=5&sinceTime=2026-01-01T00:00:00Z",
                                422,
                                "PodLogOptions \"p\" is invalid: []: Forbidden: at most one of `sinceTime` or `sinceSeconds` may be specified"),
                        new Case(
                                "p/log?stream=Stdout",
                                422,
                                "PodLogOptions \"p\" is invalid: stream: Forbidden: may not be specified"))) {
            HttpResponse<String> answer = http.get(DEFAULT + "/pods/" + c.path());
            assertThat(answer.statusCode()).as(c.path()).isEqualTo(c.code());
            if (c.code() != 204) {
                assertThat(object(answer).text("message")).as(c.path()).isEqualTo(c.message());
            }
        }
        assertThat(relay.logs).isEmpty();
    }

    @Test
    void tellsWhyAPodHasNoLog() throws Exception {
        http.post(DEFAULT + "/pods", POD);
        relay.failures.add(
                StatusTrailer.toGrpc(
                        StatusException.badRequest(
                                "container \"c\" in pod \"p\" is waiting to start: ContainerCreating")));
        HttpResponse<String> answer = http.get(DEFAULT + "/pods/p/log");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(object(answer).text("message")).contains("is waiting to start");
        relay.close();
        assertThat(http.get(DEFAULT + "/pods/p/log").statusCode()).isEqualTo(503);
    }

    @Test
    void hangsUpWhereTheClientDoes() throws Exception {
        http.post(DEFAULT + "/pods", POD);
        relay.log = List.of("first\n");
        try (InputStream log = http.stream(DEFAULT + "/pods/p/log?follow=true")) {
            assertThat(new String(log.readNBytes(6), StandardCharsets.UTF_8)).isEqualTo("first\n");
            assertThat(relay.logs.getLast().getFollow()).isTrue();
            assertThat(relay.hungUp.getCount()).isEqualTo(1);
        }
        assertThat(relay.hungUp.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void slowsTheRelayDownForASlowReader() throws Exception {
        http.post(DEFAULT + "/pods", POD);
        relay.endless = true;
        long read = 0;
        try (InputStream log = http.stream(DEFAULT + "/pods/p/log?follow=true")) {
            read += log.readNBytes(1 << 20).length;
            awaitStandstill();
            assertThat(relay.sent.get()).isLessThan(64L << 20);
        }
        assertThat(read).isEqualTo(1 << 20);
        assertThat(relay.hungUp.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void comesUpBeforeTheRelayDoes(@TempDir Path other) throws Exception {
        PkiDirectory pki = TestApiServer.pki(other);
        int port = freePort();
        try (TestApiServer early =
                TestApiServer.start(
                        other,
                        "--relay-endpoint=127.0.0.1:" + port,
                        "--advertise-address=192.0.2.1")) {
            TestHttp client = new TestHttp(early.securePort());
            assertThat(client.get("/readyz").statusCode()).isEqualTo(200);
            assertThat(client.get(DEFAULT + "/services/kubernetes").statusCode()).isEqualTo(404);
            assertThat(client.get(DEFAULT + "/endpoints/kubernetes").statusCode()).isEqualTo(200);
            try (FakeRelay late = new FakeRelay(pki, port)) {
                ApiObject service = awaitKubernetesService(early);
                assertThat(service.text("spec", "clusterIP")).isEqualTo("10.1.2.3");
                assertThat(late.allocations).hasSize(1);
            }
        }
    }

    /** The relay sends no more for as long as it takes to be sure. */
    private void awaitStandstill() throws InterruptedException {
        long before = -1;
        while (before != relay.sent.get()) {
            before = relay.sent.get();
            assertThat(relay.hungUp.await(500, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    private static ApiObject awaitKubernetesService(TestApiServer server)
            throws InterruptedException {
        RequestInfo info =
                new RequestInfo("watch", "/test", "", "v1", "services", "", "default", "");
        UserInfo user = UserInfo.apiServer();
        RequestContext context = new RequestContext(user, info, "test", _ -> {});
        try (Watch watch = server.registry().watch(context, ListOptions.DEFAULT)) {
            while (true) {
                WatchEvent event = watch.next().orElseThrow();
                if (event instanceof WatchEvent.Changed(var _, var object)
                        && object.name().equals(new ObjectName("default", "kubernetes"))) {
                    return ApiObject.parse(object.json());
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static ApiObject object(HttpResponse<String> answer) {
        return ApiObject.parse(
                Objects.requireNonNull(answer.body()).getBytes(StandardCharsets.UTF_8));
    }
}
