package io.alcove.apimachinery.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.apply.Scenario.Step;
import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.catalog.ResourceType;
import io.alcove.apimachinery.patch.JsonPatch;
import io.alcove.apimachinery.patch.MergePatch;
import io.alcove.apimachinery.patch.StrategicMergePatch;
import io.alcove.apimachinery.status.StatusException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Patches, applies and tracks owners as a real kube-apiserver did. Its answers are recorded anew
 * with {@code -Dgolden.server=http://127.0.0.1:8001}, the address of a kubectl proxy.
 */
class ScenarioTest {

    private static final Catalog CATALOG = Catalog.load("1.36");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the endpoints of the kinds that scenarios use reset, by upstream's strategies. */
    private static final Map<String, FieldFilter> FILTERS =
            Map.of(
                    "deployments", FieldFilter.excluding(FieldSet.of("status")),
                    "deployments/status",
                            FieldFilter.excluding(
                                    FieldSet.of("spec"), FieldSet.of("metadata", "labels")),
                    "services", FieldFilter.excluding(FieldSet.of("status")),
                    "pods", FieldFilter.excluding(FieldSet.of("status")));

    @TestFactory
    List<DynamicTest> answersAsUpstreamDoes() throws IOException, InterruptedException {
        String server = System.getProperty("golden.server", "");
        List<Scenario> scenarios = Scenario.all();
        if (!server.isEmpty()) {
            ScenarioRecorder recorder = new ScenarioRecorder(server);
            for (Scenario scenario : scenarios) {
                recorder.record(scenario);
            }
        }
        return scenarios.stream()
                .map(s -> DynamicTest.dynamicTest(s.name(), () -> replay(s)))
                .toList();
    }

    private static void replay(Scenario scenario) throws IOException {
        ResourceType type = CATALOG.resource(scenario.resource()).orElseThrow();
        ObjectNode live = JSON.createObjectNode();
        int number = 0;
        for (Step step : scenario.steps()) {
            String name = "step " + number++ + " (" + step.verb() + ")";
            Replay replay =
                    new Replay(
                            scenario.name(),
                            type,
                            step,
                            live,
                            filter(scenario, step),
                            clock(step, live));
            if (step.code() < 300) {
                replay.checkAnswer(name);
                live = step.answer();
            } else {
                replay.checkRefusal(name);
            }
        }
    }

    private static FieldFilter filter(Scenario scenario, Step step) {
        String suffix = step.subresource().isEmpty() ? "" : "/" + step.subresource();
        return FILTERS.getOrDefault(scenario.resource().resource() + suffix, FieldFilter.none());
    }

    /** Shows the time that the answer has and the object had not before. */
    private static Clock clock(Step step, ObjectNode live) {
        Set<String> times = times(step.answer());
        times.removeAll(times(live));
        String now = times.stream().max(Comparator.naturalOrder()).orElse(step.time());
        return Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    }

    private static Set<String> times(ObjectNode object) {
        Set<String> times = new HashSet<>();
        for (JsonNode entry : object.path("metadata").path("managedFields")) {
            if (entry.has("time")) {
                times.add(entry.path("time").asText());
            }
        }
        return times;
    }

    private record Replay(
            String scenario,
            ResourceType type,
            Step step,
            ObjectNode live,
            FieldFilter filter,
            Clock clock) {

        void checkAnswer(String name) throws IOException {
            ObjectNode result =
                    switch (step.verb()) {
                        case "apply" -> applied(name);
                        case "create", "put" -> step.answer();
                        default -> patched();
                    };
            assertThat(Leftovers.of(result, step.answer())).as(name).isEmpty();
            ObjectNode owned =
                    step.verb().equals("apply")
                            ? result
                            : ownership().afterUpdate(writer(), live, given(result));
            assertThat(pretty(owners(owned)))
                    .as("owners after " + name)
                    .isEqualTo(pretty(owners(step.answer())));
        }

        void checkRefusal(String name) {
            ObjectNode body = (ObjectNode) step.body().deepCopy();
            body.withObject("/metadata").put("name", scenario);
            ObjectNode status;
            try {
                ApplyResult result = ownership().apply(writer(), live, body, step.force());
                status = ((ApplyResult.Refused) result).status().toNode();
            } catch (StatusException e) {
                status = e.status().toNode();
            }
            assertThat(sorted(status)).as(name).isEqualTo(sorted(step.answer()));
        }

        private FieldOwnership ownership() {
            Versions versions = Versions.only(type.kind().apiVersion(), type.schema());
            return new FieldOwnership(type.kind(), type.schema(), versions, clock);
        }

        private Writer writer() {
            return new Writer(step.manager(), step.subresource(), filter);
        }

        private ObjectNode applied(String name) {
            ObjectNode body = (ObjectNode) step.body().deepCopy();
            body.withObject("/metadata").put("name", scenario);
            ApplyResult result = ownership().apply(writer(), live, body, step.force());
            assertThat(result).as(name).isInstanceOf(ApplyResult.Applied.class);
            return ((ApplyResult.Applied) result).object();
        }

        private ObjectNode patched() throws IOException {
            return switch (step.verb()) {
                case "json" ->
                        (ObjectNode)
                                JsonPatch.parse(JSON.writeValueAsBytes(step.body())).apply(live);
                case "merge" -> MergePatch.apply(live, (ObjectNode) step.body());
                case "strategic" ->
                        StrategicMergePatch.apply(live, (ObjectNode) step.body(), type.schema());
                default -> throw new IllegalStateException(step.verb());
            };
        }

        /**
         * The object as it came to be tracked: what the server answered, with the owners that the
         * request itself carried.
         */
        private ObjectNode given(ObjectNode result) {
            ObjectNode updated = step.answer().deepCopy();
            ObjectNode metadata = updated.withObject("/metadata");
            metadata.remove("managedFields");
            if (step.verb().equals("create")) {
                dropAllocated(updated);
            }
            JsonNode owners = step.body().path("metadata").path("managedFields");
            if (owners.isMissingNode() && !step.verb().equals("create")) {
                owners = result.path("metadata").path("managedFields");
                if (step.verb().equals("put")) {
                    owners = live.path("metadata").path("managedFields");
                }
            }
            if (!owners.isMissingNode()) {
                metadata.set("managedFields", owners);
            }
            return updated;
        }

        /** Upstream names the conflicts with several managers in any order. */
        private static ObjectNode sorted(ObjectNode status) {
            if (status.path("details").path("causes") instanceof ArrayNode causes) {
                List<JsonNode> list = new ArrayList<>();
                causes.forEach(list::add);
                list.sort(Comparator.comparing(JsonNode::toString));
                causes.removeAll().addAll(list);
            }
            return status;
        }

        /** What the server allots after owners are counted. */
        private void dropAllocated(ObjectNode updated) {
            if (updated.path("spec") instanceof ObjectNode spec) {
                List.of("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy").stream()
                        .filter(field -> !step.body().path("spec").has(field))
                        .forEach(spec::remove);
            }
        }

        /** A write that changes nothing but times is dropped, so they say nothing. */
        private JsonNode owners(ObjectNode object) {
            JsonNode owners = object.path("metadata").path("managedFields").deepCopy();
            JsonNode before = live.path("metadata").path("resourceVersion");
            if (before.equals(step.answer().path("metadata").path("resourceVersion"))) {
                owners.forEach(entry -> ((ObjectNode) entry).remove("time"));
            }
            return owners;
        }

        private static String pretty(JsonNode node) {
            return node.toPrettyString();
        }
    }
}
