package io.alcove.apiserver.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apiserver.TestApiServer;
import io.alcove.apiserver.TestHttp;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubernetesServiceTest {

    private static final String ENDPOINTS = "/api/v1/namespaces/default/endpoints/kubernetes";
    private static final String SLICE =
            "/apis/discovery.k8s.io/v1/namespaces/default/endpointslices/kubernetes";

    @TempDir private Path directory;

    @Test
    void pointsAtTheAddressOfTheLastStart() throws Exception {
        for (String address : new String[] {"192.0.2.1", "192.0.2.2"}) {
            try (TestApiServer server =
                    TestApiServer.start(directory, "--advertise-address=" + address)) {
                TestHttp http = new TestHttp(server.securePort());
                String ip = "\"" + address + "\"";
                assertThat(http.get(ENDPOINTS).body()).contains("\"ip\":" + ip);
                assertThat(http.get(SLICE).body()).contains("\"addresses\":[" + ip + "]");
            }
        }
    }

    @Test
    void writesNoEndpointOfLoopback() throws Exception {
        try (TestApiServer server = TestApiServer.start(directory)) {
            TestHttp http = new TestHttp(server.securePort());
            assertThat(http.get(ENDPOINTS).statusCode()).isEqualTo(404);
        }
    }
}
