package io.alcove.apiserver.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apiserver.request.RequestInfo;
import io.vertx.core.MultiMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestResolverTest {

    @Test
    void readsWhatARequestAsks() {
        record Case(String method, String path, String query, RequestInfo expected) {}
        for (Case c :
                List.of(
                        new Case(
                                "GET",
                                "/api/v1/namespaces/a/pods/x",
                                "",
                                info("get", "", "v1", "pods", "", "a", "x")),
                        new Case(
                                "GET",
                                "/api/v1/pods",
                                "",
                                info("list", "", "v1", "pods", "", "", "")),
                        new Case(
                                "GET",
                                "/api/v1/namespaces/a/pods",
                                "watch=true",
                                info("watch", "", "v1", "pods", "", "a", "")),
                        new Case(
                                "GET",
                                "/api/v1/watch/namespaces/a/pods",
                                "",
                                info("watch", "", "v1", "pods", "", "a", "")),
                        new Case(
                                "PUT",
                                "/apis/apps/v1/namespaces/a/deployments/d/scale",
                                "",
                                info("update", "apps", "v1", "deployments", "scale", "a", "d")),
                        new Case(
                                "DELETE",
                                "/apis/apps/v1/namespaces/a/deployments",
                                "",
                                info("deletecollection", "apps", "v1", "deployments", "", "a", "")),
                        new Case(
                                "GET",
                                "/api/v1/namespaces/a",
                                "",
                                info("get", "", "v1", "namespaces", "", "a", "a")),
                        new Case(
                                "PUT",
                                "/api/v1/namespaces/a/finalize",
                                "",
                                info("update", "", "v1", "namespaces", "finalize", "a", "a")),
                        new Case("GET", "/healthz", "", RequestInfo.nonResource("get", "/healthz")),
                        new Case(
                                "GET",
                                "/apis/apps/v1",
                                "",
                                RequestInfo.nonResource("get", "/apis/apps/v1")))) {
            MultiMap parameters = MultiMap.caseInsensitiveMultiMap();
            if (!c.query().isEmpty()) {
                parameters.add("watch", "true");
            }
            RequestInfo found =
                    RequestResolver.resolve(c.method(), c.path(), new Query(parameters));
            assertThat(found)
                    .as(c.path())
                    .usingRecursiveComparison()
                    .ignoringFields("path")
                    .isEqualTo(c.expected());
        }
    }

    private static RequestInfo info(
            String verb,
            String group,
            String version,
            String resource,
            String subresource,
            String namespace,
            String name) {
        return new RequestInfo(verb, "", group, version, resource, subresource, namespace, name);
    }
}
