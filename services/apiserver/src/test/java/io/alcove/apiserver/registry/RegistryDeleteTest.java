package io.alcove.apiserver.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegistryDeleteTest {

    private static final String CONFIG_MAPS = "/api/v1/namespaces/default/configmaps";
    private static final String OK = CONFIG_MAPS + "/ok";
    private static final String PODS = "/api/v1/namespaces/default/pods";
    private static final String NOW = "2026-01-02T03:04:05Z";

    private final TestingRegistry registry = new TestingRegistry();

    private static DeleteOptions propagation(String policy) {
        return new DeleteOptions(null, policy, null, null, null, List.of());
    }

    private static DeleteOptions grace(@Nullable Long seconds) {
        return new DeleteOptions(seconds, null, null, null, null, List.of());
    }

    @Test
    void answersWithAStatusThatNamesWhatIsGone() {
        ApiObject created = registry.create(CONFIG_MAPS, "{'metadata':{'name':'ok'}}");
        ApiObject status = ApiObject.parse(registry.delete(OK).json());
        assertThat(status.text("status")).isEqualTo("Success");
        assertThat(status.text("details", "name")).isEqualTo("ok");
        assertThat(status.text("details", "kind")).isEqualTo("configmaps");
        assertThat(status.text("details", "uid")).isEqualTo(created.uid());
        Status gone = TestingRegistry.refusal(() -> registry.delete(OK));
        assertThat(gone.message()).isEqualTo("configmaps \"ok\" not found");
    }

    @Test
    void checksPreconditions() {
        ApiObject created = registry.create(CONFIG_MAPS, "{'metadata':{'name':'ok'}}");
        DeleteOptions otherUid = new DeleteOptions(null, null, null, "x", null, List.of());
        assertThat(TestingRegistry.refusal(() -> registry.delete(OK, otherUid)).message())
                .isEqualTo(
                        "Operation cannot be fulfilled on ConfigMap \"ok\": the UID in the precondition (x) does not match the UID in record (%s). The object might have been deleted and then recreated"
                                .formatted(created.uid()));
        DeleteOptions otherVersion = new DeleteOptions(null, null, null, null, "1", List.of());
        assertThat(TestingRegistry.refusal(() -> registry.delete(OK, otherVersion)).message())
                .isEqualTo(
                        "Operation cannot be fulfilled on ConfigMap \"ok\": the ResourceVersion in the precondition (1) does not match the ResourceVersion in record (%s). The object might have been modified"
                                .formatted(created.resourceVersion()));
    }

    @Test
    void refusesUnknownPropagation() {
        assertThat(TestingRegistry.refusal(() -> registry.delete(OK, propagation("X"))).message())
                .isEqualTo(
                        "DeleteOptions.meta.k8s.io \"\" is invalid: propagationPolicy: Unsupported value: \"X\": supported values: \"Foreground\", \"Background\", \"Orphan\", \"nil\"");
    }

    @Test
    void holdsAnObjectUntilItsLastFinalizerIsRemoved() {
        registry.create(CONFIG_MAPS, "{'metadata':{'name':'ok','finalizers':['a/b']}}");
        assertThat(registry.delete(OK)).isInstanceOf(DeleteOutcome.Held.class);
        ApiObject held = registry.get(OK);
        assertThat(held.deletionTimestamp()).isEqualTo(NOW);
        assertThat(held.at("metadata", "deletionGracePeriodSeconds").asInt(-1)).isZero();
        assertThat(
                        TestingRegistry.refusal(
                                        () ->
                                                registry.patch(
                                                        OK,
                                                        PatchType.MERGE,
                                                        "{'metadata':{'finalizers':['a/b','c/d']}}"))
                                .message())
                .isEqualTo(
                        "ConfigMap \"ok\" is invalid: metadata.finalizers: Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{\"c/d\"}");
        registry.patch(OK, PatchType.MERGE, "{'metadata':{'finalizers':null}}");
        assertThat(TestingRegistry.refusal(() -> registry.get(OK)).code()).isEqualTo(404);
    }

    @Test
    void leavesDependentsToTheGarbageCollector() {
        registry.create(CONFIG_MAPS, "{'metadata':{'name':'ok'}}");
        registry.delete(OK, propagation("Foreground"));
        assertThat(registry.get(OK).finalizers()).containsExactly("foregroundDeletion");
        registry.delete(OK, propagation("Orphan"));
        assertThat(registry.get(OK).finalizers()).containsExactly("orphan");
        assertThat(registry.delete(OK, propagation("Background")))
                .isInstanceOf(DeleteOutcome.Removed.class);
        assertThat(TestingRegistry.refusal(() -> registry.get(OK)).code()).isEqualTo(404);
    }

    @Test
    void givesScheduledPodsTimeToGo() {
        registry.create(PODS, "{'metadata':{'name':'p'},'spec':{'nodeName':'n','containers':[]}}");
        String pod = PODS + "/p";
        registry.delete(pod);
        assertThat(registry.get(pod).deletionTimestamp()).isEqualTo("2026-01-02T03:04:35Z");
        registry.delete(pod, grace(60L));
        assertThat(registry.get(pod).deletionTimestamp()).isEqualTo("2026-01-02T03:04:35Z");
        registry.delete(pod, grace(10L));
        assertThat(registry.get(pod).deletionTimestamp()).isEqualTo("2026-01-02T03:04:15Z");
        assertThat(registry.get(pod).at("metadata", "deletionGracePeriodSeconds").asInt())
                .isEqualTo(10);
        ApiObject last = ApiObject.parse(registry.delete(pod, grace(0L)).json());
        assertThat(last.kind()).isEqualTo("Pod");
        assertThat(TestingRegistry.refusal(() -> registry.get(pod)).code()).isEqualTo(404);
    }

    @Test
    void removesUnscheduledPodsAtOnce() {
        registry.create(PODS, "{'metadata':{'name':'p'},'spec':{'containers':[]}}");
        ApiObject last = ApiObject.parse(registry.delete(PODS + "/p").json());
        assertThat(last.deletionTimestamp()).isEqualTo(NOW);
        assertThat(TestingRegistry.refusal(() -> registry.get(PODS + "/p")).code()).isEqualTo(404);
    }

    @Test
    void deletesNamespacesInPhases() {
        registry.create("/api/v1/namespaces", "{'metadata':{'name':'team'}}");
        assertThat(registry.delete("/api/v1/namespaces/team"))
                .isInstanceOf(DeleteOutcome.Held.class);
        ApiObject terminating = registry.get("/api/v1/namespaces/team");
        assertThat(terminating.text("status", "phase")).isEqualTo("Terminating");
        assertThat(terminating.deletionTimestamp()).isEqualTo(NOW);
        registry.update(
                "/api/v1/namespaces/team/finalize",
                "{'metadata':{'name':'team'},'spec':{'finalizers':[]}}");
        assertThat(TestingRegistry.refusal(() -> registry.get("/api/v1/namespaces/team")).code())
                .isEqualTo(404);
    }

    @Test
    void changesNothingInADryRun() {
        ApiObject created = registry.create(CONFIG_MAPS, "{'metadata':{'name':'ok'}}");
        DeleteOptions dryRun =
                new DeleteOptions(null, "Foreground", null, null, null, List.of("All"));
        ApiObject shown = ApiObject.parse(registry.delete(OK, dryRun).json());
        assertThat(shown.isBeingDeleted()).isTrue();
        registry.delete(OK, new DeleteOptions(null, null, null, null, null, List.of("All")));
        assertThat(registry.get(OK)).isEqualTo(created);
    }

    @Test
    void deletesWhatListOptionsSelect() {
        for (int i = 0; i < 40; i++) {
            registry.create(
                    CONFIG_MAPS,
                    "{'metadata':{'name':'c%d','labels':{'half':'%d'}}}".formatted(i, i % 2));
        }
        ListOptions half = Lists.labelled("half=1");
        registry.registry.deleteCollection(
                registry.context("deletecollection", CONFIG_MAPS), DeleteOptions.DEFAULT, half);
        assertThat(registry.list(CONFIG_MAPS, half).items()).isEmpty();
        assertThat(registry.list(CONFIG_MAPS, ListOptions.DEFAULT).items()).hasSize(20);
    }
}
