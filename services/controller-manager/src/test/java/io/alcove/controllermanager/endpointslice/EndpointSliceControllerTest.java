package io.alcove.controllermanager.endpointslice;

import static io.alcove.controllermanager.controller.Resources.ENDPOINT_SLICES;
import static io.alcove.controllermanager.controller.Resources.PODS;
import static io.alcove.controllermanager.controller.Resources.SERVICES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.controllermanager.controller.TestCluster;
import io.alcove.testing.apiserver.TestObjects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EndpointSliceControllerTest {

    private static final String SERVICE =
            "{apiVersion: 'v1', kind: 'Service', metadata: {name: 'web', namespace: 'ns', labels:"
                    + " {tier: 'front'}}, spec: {clusterIP: 'None', selector: {app: 'web'}, ports:"
                    + " [{name: 'http', port: 80, targetPort: 'web'}, {name: 'n', port: 81}]}}";
    private static final String POD =
            "{apiVersion: 'v1', kind: 'Pod', metadata: {name: '%s', namespace: 'ns', uid: '%s',"
                    + " labels: {app: 'web'}}, spec: {hostname: 'h', subdomain: 'web', nodeName:"
                    + " 'n1', containers: [{ports: [{name: 'web', containerPort: 8080}]}]},"
                    + " status: {podIPs: [{ip: '%s'}], conditions: [{type: 'Ready', status:"
                    + " '%s'}]}}";

    @Test
    void followsThePodsOfAService() {
        try (TestCluster cluster = TestCluster.with(List.of(EndpointSliceController::create))) {
            cluster.create(SERVICES, SERVICE);
            ApiObject slice = await(cluster, s -> s.elements("endpoints").isEmpty());
            assertThat(slice.name()).startsWith("web-");
            assertThat(slice.labels())
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.of(
                                    "tier", "front",
                                    "kubernetes.io/service-name", "web",
                                    "service.kubernetes.io/headless", "",
                                    "endpointslice.kubernetes.io/managed-by",
                                            "endpointslice-controller.k8s.io"));
            assertThat(slice.controller().map(o -> o.name())).contains("web");
            cluster.create(PODS, POD.formatted("a", "", "10.0.0.1", "True"));
            slice = await(cluster, s -> s.elements("endpoints").size() == 1);
            JsonNode endpoint = slice.elements("endpoints").getFirst();
            assertThat(endpoint.at("/addresses/0").asText()).isEqualTo("10.0.0.1");
            assertThat(endpoint.at("/conditions/ready").asBoolean()).isTrue();
            assertThat(endpoint.path("hostname").asText()).isEqualTo("h");
            assertThat(endpoint.path("nodeName").asText()).isEqualTo("n1");
            assertThat(slice.elements("ports"))
                    .extracting(p -> p.path("name").asText() + p.path("port").asInt())
                    .containsExactly("http8080", "n81");
            cluster.objects().delete(PODS, new ObjectName("ns", "a"));
            await(
                    cluster,
                    s ->
                            s.elements("endpoints").size() == 1
                                    && s.elements("endpoints")
                                            .getFirst()
                                            .at("/conditions/terminating")
                                            .asBoolean());
        }
    }

    private record Conditions(
            String name, boolean ready, boolean going, boolean publish, String expected) {}

    @Test
    void saysWhatMayBeSentToAnEndpoint() {
        for (Conditions c :
                List.of(
                        new Conditions("ready", true, false, false, "true true false"),
                        new Conditions("not ready", false, false, false, "false false false"),
                        new Conditions("going", true, true, false, "false true true"),
                        new Conditions("published anyway", false, true, true, "true false true"))) {
            ApiObject pod =
                    TestObjects.object(
                            POD.formatted("a", "u", "10.0.0.1", c.ready() ? "True" : "False"));
            if (c.going()) {
                pod.with("metadata").put("deletionTimestamp", "2026-01-01T00:00:00Z");
            }
            ApiObject service = TestObjects.object(SERVICE);
            service.with("spec").put("publishNotReadyAddresses", c.publish());
            JsonNode conditions = backend(service, pod).path("conditions");
            assertThat(
                            conditions.path("ready").asText()
                                    + " "
                                    + conditions.path("serving").asText()
                                    + " "
                                    + conditions.path("terminating").asText())
                    .as(c.name())
                    .isEqualTo(c.expected());
        }
    }

    @Test
    void holdsAHundredEndpointsInASlice() {
        List<ApiObject> pods =
                IntStream.range(0, 250)
                        .mapToObj(i -> POD.formatted("p" + i, "u" + i, "10.0.1." + i, "True"))
                        .map(TestObjects::object)
                        .toList();
        ApiObject service = TestObjects.object(SERVICE);
        SlicePlan plan =
                SlicePlan.of(service, Backends.of(service, pods, _ -> Optional.empty()), List.of());
        assertThat(plan.creations())
                .extracting(slice -> slice.elements("endpoints").size())
                .containsExactly(100, 100, 50);
    }

    private static ObjectNode backend(ApiObject service, ApiObject pod) {
        return Backends.of(service, List.of(pod), _ -> Optional.empty()).values().stream()
                .flatMap(group -> group.values().stream())
                .findFirst()
                .orElseThrow();
    }

    private static ApiObject await(TestCluster cluster, Predicate<ApiObject> wanted) {
        cluster.objects()
                .await(
                        "slice",
                        () -> {
                            List<ApiObject> slices = cluster.objects().list(ENDPOINT_SLICES, "ns");
                            return slices.size() == 1 && wanted.test(slices.getFirst());
                        });
        return cluster.objects().list(ENDPOINT_SLICES, "ns").getFirst();
    }
}
