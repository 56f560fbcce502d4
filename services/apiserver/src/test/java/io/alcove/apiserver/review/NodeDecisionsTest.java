package io.alcove.apiserver.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apiserver.authorization.node.NodeAuthorizer;
import io.alcove.apiserver.authorization.rbac.PolicyRule;
import io.alcove.apiserver.bootstrap.Bootstrap;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import io.alcove.apiserver.storage.memory.MemoryStore;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Against what a real kube-apiserver in mode Node decided over the same objects. */
class NodeDecisionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void decidesAsKubeApiserverDoes() throws IOException {
        AccessReviews reviews = new AccessReviews(AccessReviewKind.ANYONE, authorizer());
        for (JsonNode decision : read("decisions.json")) {
            JsonNode spec = decision.path("spec");
            JsonNode status = reviews.status(spec, UserNodes.user(spec));
            assertThat(status).as(spec.toString()).isEqualTo(decision.path("status"));
        }
    }

    private static NodeAuthorizer authorizer() throws IOException {
        ObjectStorages storages =
                ObjectStorages.open(
                        new MemoryStore(),
                        (_, object) -> Map.of("spec.nodeName", object.text("spec", "nodeName")),
                        () -> Instant.EPOCH);
        for (JsonNode node : read("objects.json")) {
            ApiObject object = ApiObject.of((ObjectNode) node);
            var kind = object.groupVersionKind();
            var resource =
                    new GroupResource(kind.group(), kind.kind().toLowerCase(Locale.ROOT) + "s");
            storages.of(resource).create(object);
        }
        List<PolicyRule> rules =
                Bootstrap.objects("1.36").stream()
                        .filter(o -> o.groupVersionKind().kind().equals("ClusterRole"))
                        .filter(o -> o.name().equals("system:node"))
                        .flatMap(o -> PolicyRule.list(o.at("rules")).stream())
                        .toList();
        return new NodeAuthorizer(storages, rules);
    }

    private static JsonNode read(String name) throws IOException {
        try (InputStream in = NodeAuthorizer.class.getResourceAsStream(name)) {
            return JSON.readTree(Objects.requireNonNull(in, name));
        }
    }
}
