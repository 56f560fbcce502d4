package io.alcove.apiserver.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apiserver.TestApiServer;
import io.alcove.apiserver.TestHttp;
import io.alcove.apiserver.storage.etcd.EtcdProcess;
import io.alcove.apiserver.storage.etcd.EtcdStore;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one etcd. */
final class EtcdReplicasTest {

    private static final int REQUESTS = Integer.getInteger("alcove.history.requests", 300);
    private static final String SERVICES = "/api/v1/namespaces/default/services";

    @TempDir private Path directory;

    private TestApiServer replica(EtcdProcess etcd, String name) throws IOException {
        return TestApiServer.startOn(
                EtcdStore.open(etcd.options("/registry")), directory.resolve(name));
    }

    @Test
    void answerAsOneWouldThroughALossOfEtcd() throws Exception {
        try (EtcdProcess etcd = EtcdProcess.start(directory.resolve("etcd"), "--unsafe-no-fsync");
                TestApiServer a = replica(etcd, "a");
                TestApiServer b = replica(etcd, "b")) {
            TestHttp toA = new TestHttp(a.securePort());
            TestHttp toB = new TestHttp(b.securePort());
            History history = History.begin(List.of(toA, toB));
            history.await(REQUESTS);
            etcd.kill();
            etcd.startAgain();
            history.await(REQUESTS);
            history.check(toB);
        }
    }

    @Test
    @SuppressWarnings("try") // one replica ends before the other
    void goOnWithoutEachOtherAndTellOfALostEtcd() throws Exception {
        try (EtcdProcess etcd = EtcdProcess.start(directory.resolve("etcd"), "--unsafe-no-fsync");
                TestApiServer a = replica(etcd, "a");
                TestApiServer b = replica(etcd, "b")) {
            TestHttp toB = new TestHttp(b.securePort());
            HttpResponse<String> created =
                    new TestHttp(a.securePort())
                            .post(ConfigMapClient.PATH, "{'metadata':{'name':'one'}}");
            assertThat(created.statusCode()).isEqualTo(201);
            a.close();
            String path = ConfigMapClient.PATH + "/one";
            assertThat(toB.get(path).body()).isEqualTo(created.body());
            etcd.kill();
            assertThat(toB.get(path + "?resourceVersion=0").statusCode()).isEqualTo(200);
            HttpResponse<String> lost = toB.get(path);
            assertThat(lost.statusCode()).isEqualTo(504);
            assertThat(lost.body()).contains("\"reason\":\"Timeout\"");
            assertThat(toB.post(ConfigMapClient.PATH, "{'metadata':{'name':'two'}}").statusCode())
                    .isEqualTo(504);
            assertThat(toB.get("/readyz").statusCode()).isEqualTo(500);
            etcd.startAgain();
            assertThat(toB.get(path).body()).isEqualTo(created.body());
            assertThat(toB.post(ConfigMapClient.PATH, "{'metadata':{'name':'three'}}").statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void neverGiveTheSameAddressOrPortTwice() throws Exception {
        try (EtcdProcess etcd = EtcdProcess.start(directory.resolve("etcd"), "--unsafe-no-fsync");
                TestApiServer a =
                        TestApiServer.startOn(
                                EtcdStore.open(etcd.options("/registry")),
                                directory.resolve("a"),
                                "--service-cluster-ip-range=10.96.0.0/26");
                TestApiServer b =
                        TestApiServer.startOn(
                                EtcdStore.open(etcd.options("/registry")),
                                directory.resolve("b"),
                                "--service-cluster-ip-range=10.96.0.0/26")) {
            List<TestHttp> servers =
                    List.of(new TestHttp(a.securePort()), new TestHttp(b.securePort()));
            Set<String> addresses = new HashSet<>();
            Set<String> ports = new HashSet<>();
            for (Future<HttpResponse<String>> answer : createServices(servers, 60)) {
                String body = answer.get().body();
                assertThat(answer.get().statusCode()).as(body).isEqualTo(201);
                assertThat(
                                addresses.add(
                                        body.replaceAll(
                                                "(?s).*\"clusterIP\":\"([^\"]+)\".*", "$1")))
                        .as(body)
                        .isTrue();
                assertThat(ports.add(body.replaceAll("(?s).*\"nodePort\":(\\d+).*", "$1")))
                        .as(body)
                        .isTrue();
            }
            // network, broadcast and the kubernetes Service take three of 64
            for (Future<HttpResponse<String>> answer : createServices(servers, 2)) {
                int code = answer.get().statusCode();
                assertThat(code).isIn(201, 500);
            }
        }
    }

    private static List<Future<HttpResponse<String>>> createServices(
            List<TestHttp> servers, int count) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<HttpResponse<String>>> creates =
                    IntStream.range(0, count)
                            .<Callable<HttpResponse<String>>>mapToObj(
                                    i ->
                                            () ->
                                                    servers.get(i % servers.size())
                                                            .post(
                                                                    SERVICES,
                                                                    "{'metadata':{'generateName':'s-'},'spec':{'type':'NodePort','ports':[{'port':80}]}}"))
                            .toList();
            return threads.invokeAll(creates);
        }
    }
}
