package io.alcove.apiserver.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.status.Status;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RegistryWriteTest {

    private static final String CONFIG_MAPS = "/api/v1/namespaces/default/configmaps";
    private static final String OK = CONFIG_MAPS + "/ok";
    private static final String MODIFIED =
            "Operation cannot be fulfilled on configmaps \"ok\": the object has been modified; please apply your changes to the latest version and try again";
    private static final WriteOptions DRY_RUN = new WriteOptions("", "", List.of("All"), null);

    private final TestingRegistry registry = new TestingRegistry();

    private record Refusal(
            String name,
            Consumer<TestingRegistry> request,
            int code,
            String reason,
            String message) {}

    @TestFactory
    List<DynamicTest> refusesAsUpstream() {
        return List.of(
                        new Refusal(
                                "a create of another namespace",
                                r ->
                                        r.create(
                                                CONFIG_MAPS,
                                                "{'metadata':{'name':'a','namespace':'b'}}"),
                                400,
                                "BadRequest",
                                "the namespace of the provided object does not match the namespace sent on the request"),
                        new Refusal(
                                "a create with resourceVersion",
                                r ->
                                        r.create(
                                                CONFIG_MAPS,
                                                "{'metadata':{'name':'a','resourceVersion':'5'}}"),
                                500,
                                "",
                                "resourceVersion should not be set on objects to be created"),
                        new Refusal(
                                "a create without a name",
                                r -> r.create(CONFIG_MAPS, "{'metadata':{}}"),
                                422,
                                "Invalid",
                                "ConfigMap \"\" is invalid: metadata.name: Required value: name or generateName is required"),
                        new Refusal(
                                "a second create",
                                r -> r.create(CONFIG_MAPS, "{'metadata':{'name':'ok'}}"),
                                409,
                                "AlreadyExists",
                                "configmaps \"ok\" already exists"),
                        new Refusal(
                                "unknown options",
                                r ->
                                        r.create(
                                                CONFIG_MAPS,
                                                "{'metadata':{'name':'b'}}",
                                                new WriteOptions("", "z", List.of("x"), null)),
                                422,
                                "Invalid",
                                "CreateOptions.meta.k8s.io \"\" is invalid: [dryRun: Unsupported value: [\"x\"]: supported values: \"All\", fieldValidation: Unsupported value: \"z\": supported values: \"\", \"Ignore\", \"Strict\", \"Warn\"]"),
                        new Refusal(
                                "an update under another name",
                                r -> r.update(OK, "{'metadata':{'name':'okk'}}"),
                                400,
                                "BadRequest",
                                "the name of the object (okk) does not match the name on the URL (ok)"),
                        new Refusal(
                                "an update of what does not exist",
                                r ->
                                        r.update(
                                                CONFIG_MAPS + "/none",
                                                "{'metadata':{'name':'none'}}"),
                                404,
                                "NotFound",
                                "configmaps \"none\" not found"),
                        new Refusal(
                                "an update with a stale resourceVersion",
                                r ->
                                        r.update(
                                                OK,
                                                "{'metadata':{'name':'ok','resourceVersion':'1'}}"),
                                409,
                                "Conflict",
                                MODIFIED),
                        new Refusal(
                                "an update with a resourceVersion that is no number",
                                r ->
                                        r.update(
                                                OK,
                                                "{'metadata':{'name':'ok','resourceVersion':'xx'}}"),
                                500,
                                "",
                                "strconv.ParseUint: parsing \"xx\": invalid syntax"),
                        new Refusal(
                                "a patch with a stale resourceVersion",
                                r ->
                                        r.patch(
                                                OK,
                                                PatchType.MERGE,
                                                "{'metadata':{'resourceVersion':'1'}}"),
                                409,
                                "Conflict",
                                MODIFIED),
                        new Refusal(
                                "a patch of the uid",
                                r -> r.patch(OK, PatchType.MERGE, "{'metadata':{'uid':'x'}}"),
                                422,
                                "Invalid",
                                "ConfigMap \"ok\" is invalid: metadata.uid: Invalid value: \"x\": field is immutable"),
                        new Refusal(
                                "a patch of the name",
                                r -> r.patch(OK, PatchType.MERGE, "{'metadata':{'name':'x'}}"),
                                400,
                                "BadRequest",
                                "the name of the object (x) does not match the name on the URL (ok)"),
                        new Refusal(
                                "a patch that is cut off",
                                r -> r.patch(OK, PatchType.MERGE, "{'data'"),
                                400,
                                "BadRequest",
                                "error decoding patch: unexpected end of JSON input"),
                        new Refusal(
                                "a merge patch that is a list",
                                r -> r.patch(OK, PatchType.MERGE, "[1]"),
                                400,
                                "BadRequest",
                                "error decoding patch: json: cannot unmarshal array into Go value of type map[string]interface {}"),
                        new Refusal(
                                "a JSON patch whose test fails",
                                r ->
                                        r.patch(
                                                OK,
                                                PatchType.JSON,
                                                "[{'op':'test','path':'/kind','value':'x'}]"),
                                422,
                                "Invalid",
                                "the server rejected our request due to an error in our request"),
                        new Refusal(
                                "an apply without a field manager",
                                r -> r.patch(OK, PatchType.APPLY, "{}"),
                                422,
                                "Invalid",
                                "PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: is required for apply patch"),
                        new Refusal(
                                "an apply of another object",
                                r ->
                                        r.apply(
                                                OK,
                                                "m",
                                                "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'x'}}"),
                                400,
                                "BadRequest",
                                "the name of the object (x) does not match the name on the URL (ok)"),
                        new Refusal(
                                "an update that needs a resourceVersion and has none",
                                r -> {
                                    String leases =
                                            "/apis/coordination.k8s.io/v1/namespaces/default/leases";
                                    r.create(leases, "{'metadata':{'name':'l'}}");
                                    r.update(leases + "/l", "{'metadata':{'name':'l'}}");
                                },
                                422,
                                "Invalid",
                                "leases.coordination.k8s.io \"l\" is invalid: metadata.resourceVersion: Invalid value: 0: must be specified for an update"))
                .stream()
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> check(c)))
                .toList();
    }

    private static void check(Refusal refusal) {
        TestingRegistry registry = new TestingRegistry();
        registry.create(CONFIG_MAPS, "{'metadata':{'name':'ok'}}");
        Status status = TestingRegistry.refusal(() -> refusal.request().accept(registry));
        assertThat(status.message()).isEqualTo(refusal.message());
        assertThat(status.code()).isEqualTo(refusal.code());
        assertThat(status.reason()).isEqualTo(refusal.reason());
    }

    @Test
    void givesNewObjectsTheirIdentity() {
        ApiObject created =
                registry.create(
                        CONFIG_MAPS,
                        "{'metadata':{'name':'a','uid':'mine','deletionTimestamp':'2020-01-01T00:00:00Z'},'data':{'k':'v'}}");
        assertThat(created.uid()).hasSize(36);
        assertThat(created.namespace()).isEqualTo("default");
        assertThat(created.text("metadata", "creationTimestamp")).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(created.isBeingDeleted()).isFalse();
        assertThat(created.resourceVersion()).isNotEmpty();
        assertThat(created.text("metadata", "managedFields", "0")).isEmpty();
        assertThat(created.at("metadata", "managedFields").get(0).path("manager").asText())
                .isEqualTo("tester");
        assertThat(registry.get(CONFIG_MAPS + "/a")).isEqualTo(created);
    }

    @Test
    void makesNamesFromGenerateName() {
        ApiObject created =
                registry.create(
                        CONFIG_MAPS,
                        "{'metadata':{'generateName':'%s-'}}".formatted("x".repeat(80)));
        assertThat(created.name()).startsWith("x".repeat(58)).hasSize(63);
    }

    @Test
    void keepsTheRevisionWhenAnUpdateChangesNothing() {
        ApiObject created =
                registry.create(CONFIG_MAPS, "{'metadata':{'name':'ok'},'data':{'a':'1'}}");
        ApiObject same = registry.update(OK, "{'metadata':{'name':'ok'},'data':{'a':'1'}}");
        assertThat(same).isEqualTo(created);
        ApiObject changed = registry.update(OK, "{'metadata':{'name':'ok'},'data':{'a':'2'}}");
        assertThat(changed.resourceVersion()).isNotEqualTo(created.resourceVersion());
        assertThat(changed.uid()).isEqualTo(created.uid());
    }

    @Test
    void changesByEachPatchType() {
        registry.create(CONFIG_MAPS, "{'metadata':{'name':'ok'},'data':{'a':'1'}}");
        registry.patch(OK, PatchType.MERGE, "{'data':{'b':'2'}}");
        registry.patch(OK, PatchType.STRATEGIC_MERGE, "{'data':{'c':'3'}}");
        registry.patch(OK, PatchType.JSON, "[{'op':'remove','path':'/data/a'}]");
        ApiObject applied =
                registry.apply(
                        OK,
                        "applier",
                        "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'ok'},'data':{'d':'4'}}");
        assertThat(applied.textMap("data")).containsOnlyKeys("b", "c", "d");
        assertThat(registry.get(OK)).isEqualTo(applied);
    }

    @Test
    void createsByApply() {
        WriteOutcome outcome =
                registry.registry.patch(
                        registry.context("patch", CONFIG_MAPS + "/new"),
                        PatchType.APPLY,
                        RequestBody.json(
                                "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"new\"}}"
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        new WriteOptions("m", "", List.of(), null));
        assertThat(outcome.created()).isTrue();
        assertThat(outcome.object().uid()).isNotEmpty();
    }

    @Test
    void storesNothingInADryRun() {
        ApiObject pretended = registry.create(CONFIG_MAPS, "{'metadata':{'name':'dry'}}", DRY_RUN);
        assertThat(pretended.uid()).isNotEmpty();
        assertThat(pretended.resourceVersion()).isEmpty();
        assertThat(TestingRegistry.refusal(() -> registry.get(CONFIG_MAPS + "/dry")).code())
                .isEqualTo(404);
        ApiObject stored = registry.create(CONFIG_MAPS, "{'metadata':{'name':'ok'}}");
        registry.update(OK, "{'metadata':{'name':'ok'},'data':{'a':'1'}}", DRY_RUN);
        assertThat(registry.get(OK)).isEqualTo(stored);
        assertThat(
                        TestingRegistry.refusal(
                                        () ->
                                                registry.create(
                                                        CONFIG_MAPS,
                                                        "{'metadata':{'name':'ok'}}",
                                                        DRY_RUN))
                                .reason())
                .isEqualTo("AlreadyExists");
    }

    @Test
    void separatesStatusFromTheRest() {
        String path = "/apis/apps/v1/namespaces/default/deployments";
        ApiObject created =
                registry.create(
                        path,
                        "{'metadata':{'name':'web'},'spec':{'replicas':1,'selector':{'matchLabels':{'a':'b'}},'template':{}},'status':{'replicas':7}}");
        assertThat(created.at("status", "replicas").asInt()).isZero();
        assertThat(created.generation()).isEqualTo(1);

        ApiObject status =
                registry.patch(
                        path + "/web/status",
                        PatchType.MERGE,
                        "{'spec':{'replicas':5},'status':{'replicas':3}}");
        assertThat(status.at("spec", "replicas").asInt()).isEqualTo(1);
        assertThat(status.at("status", "replicas").asInt()).isEqualTo(3);
        assertThat(status.generation()).isEqualTo(1);

        ApiObject scaled =
                registry.patch(
                        path + "/web",
                        PatchType.MERGE,
                        "{'spec':{'replicas':5},'status':{'replicas':9}}");
        assertThat(scaled.at("status", "replicas").asInt()).isEqualTo(3);
        assertThat(scaled.generation()).isEqualTo(2);
    }

    @Test
    void scales() {
        String path = "/apis/apps/v1/namespaces/default/deployments";
        registry.create(
                path,
                "{'metadata':{'name':'web'},'spec':{'replicas':1,'selector':{'matchLabels':{'a':'b'}},'template':{}}}");
        ApiObject scale = registry.get(path + "/web/scale");
        assertThat(scale.kind()).isEqualTo("Scale");
        assertThat(scale.at("spec", "replicas").asInt()).isEqualTo(1);
        assertThat(scale.text("status", "selector")).isEqualTo("a=b");

        ApiObject scaled =
                registry.patch(path + "/web/scale", PatchType.MERGE, "{'spec':{'replicas':4}}");
        assertThat(scaled.at("spec", "replicas").asInt()).isEqualTo(4);
        assertThat(registry.get(path + "/web").at("spec", "replicas").asInt()).isEqualTo(4);
        assertThat(
                        TestingRegistry.refusal(
                                        () ->
                                                registry.patch(
                                                        path + "/web/scale",
                                                        PatchType.MERGE,
                                                        "{'spec':{'replicas':-1}}"))
                                .message())
                .isEqualTo(
                        "Scale.autoscaling \"web\" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0");
    }

    @Test
    void createsByUpdateWhereTheKindAllowsIt() {
        String path = "/apis/coordination.k8s.io/v1/namespaces/default/leases/l";
        ApiObject created = registry.update(path, "{'metadata':{'name':'l'}}");
        assertThat(created.uid()).isNotEmpty();
    }

    @Test
    void warnsOfRepeatedOwners() {
        String owner = "{'apiVersion':'v1','kind':'Pod','name':'p','uid':'u'}";
        ApiObject created =
                registry.create(
                        CONFIG_MAPS,
                        "{'metadata':{'name':'ok','ownerReferences':[%s,%s]}}"
                                .formatted(owner, owner));
        assertThat(created.ownerReferences()).hasSize(1);
        assertThat(registry.warnings)
                .singleElement()
                .asString()
                .startsWith(".metadata.ownerReferences contains duplicate entries; ")
                .endsWith("observed: u");
    }

    @Test
    void letsAVirtualSubresourceChangeItsObject() {
        registry.virtualResources.with(
                new GroupResource("", "pods"),
                "binding",
                request -> {
                    String node = request.body().text("target", "name");
                    request.change(
                            "pods",
                            "binding",
                            request.context().info().objectName(),
                            pod -> pod.with("spec").put("nodeName", node));
                    return request.body();
                });
        String pods = "/api/v1/namespaces/default/pods";
        registry.create(pods, "{'metadata':{'name':'p'},'spec':{'containers':[]}}");
        registry.create(
                pods + "/p/binding",
                "{'metadata':{'name':'p'},'target':{'kind':'Node','name':'n'}}");
        assertThat(registry.get(pods + "/p").text("spec", "nodeName")).isEqualTo("n");
    }
}
