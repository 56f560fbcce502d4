package io.alcove.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A store goes on under the next Kubernetes version, and under the one before. */
@Timeout(180)
class VersionUpgradeTest {

    private static final List<String> VERSIONS = List.of("1.34", "1.35", "1.36", "1.37");

    private static final Map<String, String> OBJECTS =
            Map.of(
                    "/api/v1/namespaces/default/configmaps",
                    "{'metadata':{'name':'x'},'data':{'a':'b'}}",
                    "/api/v1/namespaces/default/pods",
                    "{'metadata':{'name':'x'},'spec':{'containers':[{'name':'c','image':'i'}]}}",
                    "/apis/apps/v1/namespaces/default/deployments",
                    "{'metadata':{'name':'x'},'spec':{'selector':{'matchLabels':{'a':'b'}},'template':{'metadata':{'labels':{'a':'b'}},'spec':{'containers':[{'name':'c','image':'i'}]}}}}",
                    "/apis/autoscaling/v1/namespaces/default/horizontalpodautoscalers",
                    "{'metadata':{'name':'x'},'spec':{'maxReplicas':3,'scaleTargetRef':{'apiVersion':'apps/v1','kind':'Deployment','name':'x'}}}",
                    "/apis/events.k8s.io/v1/namespaces/default/events",
                    "{'metadata':{'name':'x'},'eventTime':'2026-01-01T00:00:00.000000Z','reportingController':'r','reportingInstance':'i','action':'a','reason':'r','type':'Normal','regarding':{'kind':'Pod','name':'x','namespace':'default'}}",
                    "/apis/resource.k8s.io/v1/deviceclasses",
                    "{'metadata':{'name':'x'},'spec':{}}",
                    "/apis/storage.k8s.io/v1/volumeattributesclasses",
                    "{'metadata':{'name':'x'},'driverName':'d','parameters':{'a':'b'}}",
                    "/apis/storage.k8s.io/v1/csidrivers",
                    "{'metadata':{'name':'x'},'spec':{}}");

    @TempDir private Path directory;

    @Test
    void keepsEveryObjectFromOneVersionToTheNext() throws Exception {
        Map<String, JsonNode> written = new LinkedHashMap<>();
        try (TestApiServer server = start("1.34")) {
            TestHttp http = new TestHttp(server.securePort());
            for (Map.Entry<String, String> object : OBJECTS.entrySet()) {
                var created = http.post(object.getKey(), object.getValue());
                assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
                written.put(object.getKey() + "/x", tree(created.body()));
            }
        }
        for (String version : VERSIONS) {
            try (TestApiServer server = start(version)) {
                TestHttp http = new TestHttp(server.securePort());
                assertThat(tree(http.get("/version").body()).path("gitVersion").asText())
                        .startsWith("v" + version + ".");
                for (Map.Entry<String, JsonNode> object : written.entrySet()) {
                    assertThat(tree(http.get(object.getKey()).body()))
                            .as("%s under %s", object.getKey(), version)
                            .isEqualTo(object.getValue());
                }
            }
        }
    }

    @Test
    void completesTheRolesOfTheVersionBefore() throws Exception {
        String role = "/apis/rbac.authorization.k8s.io/v1/clusterroles/system:kube-scheduler";
        start("1.34").close();
        String before;
        try (TestApiServer server = start("1.34")) {
            before = new TestHttp(server.securePort()).get(role).body();
        }
        try (TestApiServer server = start("1.37")) {
            TestHttp http = new TestHttp(server.securePort());
            assertThat(tree(http.get(role).body()).path("rules"))
                    .hasSizeGreaterThan(tree(before).path("rules").size());
            assertThat(
                            http.get(
                                            "/apis/rbac.authorization.k8s.io/v1/clusterroles/system:controller:device-taint-eviction-controller")
                                    .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void keepsWhatOnlyTheNewerVersionServesOverATimeUnderTheOlder() throws Exception {
        String classes = "/apis/resource.k8s.io/v1/devicetaintrules";
        ObjectNode created;
        try (TestApiServer server = start("1.37")) {
            TestHttp http = new TestHttp(server.securePort());
            var answer =
                    http.post(
                            classes,
                            "{'metadata':{'name':'x'},'spec':{'taint':{'key':'a.b/c','effect':'NoSchedule'}}}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            created = (ObjectNode) tree(answer.body());
        }
        try (TestApiServer server = start("1.34")) {
            TestHttp http = new TestHttp(server.securePort());
            assertThat(http.get(classes).statusCode()).isEqualTo(404);
            assertThat(http.get("/readyz").statusCode()).isEqualTo(200);
        }
        try (TestApiServer server = start("1.37")) {
            TestHttp http = new TestHttp(server.securePort());
            assertThat(tree(http.get(classes + "/x").body())).isEqualTo(created);
        }
    }

    private TestApiServer start(String version) throws Exception {
        return TestApiServer.start(
                directory,
                "--disable-admission-plugins=ServiceAccount",
                "--kubernetes-version=" + version);
    }

    private static JsonNode tree(String body) throws Exception {
        return new ObjectMapper().readTree(body);
    }
}
