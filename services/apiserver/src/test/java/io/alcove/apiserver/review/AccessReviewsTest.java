package io.alcove.apiserver.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.authorization.Authorizers;
import io.alcove.apiserver.authorization.Modes;
import io.alcove.apiserver.authorization.rbac.RbacAuthorizer;
import io.alcove.apiserver.bootstrap.Bootstrap;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import io.alcove.apiserver.storage.memory.MemoryStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Against what a real kube-apiserver decided under its bootstrap policy. */
class AccessReviewsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GROUP = "rbac.authorization.k8s.io";

    @Test
    void decidesAsKubeApiserverDoes() throws IOException {
        AccessReviews reviews = reviews();
        for (JsonNode decision : read(AccessReviewsTest.class, "decisions.json")) {
            JsonNode spec = decision.path("spec");
            JsonNode status = reviews.status(spec, UserNodes.user(spec));
            assertThat(status.path("allowed"))
                    .as(spec.toString())
                    .isEqualTo(decision.path("status").path("allowed"));
            assertThat(binding(status))
                    .as(spec.toString())
                    .isEqualTo(binding(decision.path("status")));
        }
    }

    private record Case(String name, AccessReviewKind kind, String review, List<String> causes) {}

    @Test
    void complainsAsKubeApiserverDoes() {
        for (Case c :
                List.of(
                        new Case(
                                "good",
                                AccessReviewKind.SELF,
                                spec("'resourceAttributes':{}"),
                                List.of()),
                        new Case(
                                "asks nothing",
                                AccessReviewKind.ANYONE,
                                spec(""),
                                List.of(
                                        "spec.resourceAttributes: Invalid value: null: exactly one of nonResourceAttributes or resourceAttributes must be specified",
                                        "spec.user: Invalid value: \"\": at least one of user or group must be specified")),
                        new Case(
                                "asks both",
                                AccessReviewKind.ANYONE,
                                spec(
                                        "'user':'bob','resourceAttributes':{},'nonResourceAttributes':{'verb':'get','path':'/x'}"),
                                List.of(
                                        "spec.nonResourceAttributes: Invalid value: {\"Path\":\"/x\",\"Verb\":\"get\"}: cannot be specified in combination with resourceAttributes")),
                        new Case(
                                "of another namespace",
                                AccessReviewKind.ANYONE_IN_NAMESPACE,
                                spec("'user':'bob','resourceAttributes':{'namespace':'other'}"),
                                List.of(
                                        "spec.resourceAttributes.namespace: Invalid value: \"other\": must match metadata.namespace")))) {
            List<StatusCause> causes =
                    AccessReviewRules.causes(
                            c.kind(), ApiObject.parse(c.review().getBytes(StandardCharsets.UTF_8)));
            assertThat(causes.stream().map(x -> x.field() + ": " + x.message()).toList())
                    .as(c.name())
                    .isEqualTo(c.causes());
        }
    }

    /** Which of several bindings allows is by chance in upstream: only that one does counts. */
    private static String binding(JsonNode status) {
        return status.path("reason")
                .asText("")
                .replaceAll("\".*", "")
                .replaceAll("(Cluster)?Role", "");
    }

    private static String spec(String content) {
        return "{'metadata':{'namespace':'default'},'spec':{%s}}"
                .formatted(content)
                .replace('\'', '"');
    }

    private static AccessReviews reviews() throws IOException {
        ObjectStorages storages =
                ObjectStorages.open(new MemoryStore(), (_, _) -> Map.of(), () -> Instant.EPOCH);
        for (ApiObject object : Bootstrap.objects("1.36")) {
            GroupVersionKind kind = object.groupVersionKind();
            if (kind.group().equals(GROUP)) {
                String resource = kind.kind().toLowerCase(Locale.ROOT) + "s";
                storages.of(new GroupResource(GROUP, resource)).create(object);
            }
        }
        return new AccessReviews(
                AccessReviewKind.ANYONE,
                new Authorizers(
                        Modes.of(List.of("RBAC"), Map.of("RBAC", new RbacAuthorizer(storages)))));
    }

    private static JsonNode read(Class<?> place, String name) throws IOException {
        try (InputStream in = place.getResourceAsStream(name)) {
            return JSON.readTree(Objects.requireNonNull(in, name));
        }
    }
}
