package io.alcove.apiserver.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apimachinery.object.ApiObject;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class PodBindingTest {

    private static final String TO_N1 = "{'metadata':{'name':'p'},'target':{'name':'n1'}}";

    private record Case(
            String name,
            String metadata,
            String spec,
            String binding,
            BiConsumer<TestingPods, String> call,
            String refusal) {}

    private static final List<Case> CASES =
            List.of(
                    new Case("good", "", "", TO_N1, TestingPods::bind, ""),
                    new Case("good by bindings", "", "", TO_N1, TestingPods::bindLegacy, ""),
                    new Case(
                            "another name",
                            "",
                            "",
                            "{'metadata':{'name':'q'},'target':{'name':'n1'}}",
                            TestingPods::bind,
                            "400 name in URL does not match name in Binding object"),
                    new Case(
                            "no name by bindings",
                            "",
                            "",
                            "{'target':{'name':'n1'}}",
                            TestingPods::bindLegacy,
                            "400 Name parameter required."),
                    new Case(
                            "a name that is none",
                            "",
                            "",
                            "{'metadata':{'name':'a/b'},'target':{'name':'n1'}}",
                            TestingPods::bindLegacy,
                            "400 Name parameter invalid: \"a/b\": may not contain '/'"),
                    new Case(
                            "no target",
                            "",
                            "",
                            "{'metadata':{'name':'p'},'target':{}}",
                            TestingPods::bind,
                            "500 target.name: Required value"),
                    new Case(
                            "target of another kind",
                            "",
                            "",
                            "{'metadata':{'name':'p'},'target':{'kind':'Pod'}}",
                            TestingPods::bind,
                            "500 [target.kind: Unsupported value: \"Pod\": supported values: \"Node\", \"<empty>\", target.name: Required value]"),
                    new Case(
                            "bound already",
                            "",
                            ",'nodeName':'n0'",
                            TO_N1,
                            TestingPods::bind,
                            "409 Operation cannot be fulfilled on pods/binding \"p\": pod p is already assigned to node \"n0\""),
                    new Case(
                            "gated",
                            "",
                            ",'schedulingGates':[{'name':'g'}]",
                            TO_N1,
                            TestingPods::bind,
                            "409 Operation cannot be fulfilled on pods/binding \"p\": pod p has non-empty .spec.schedulingGates"),
                    new Case(
                            "unknown pod",
                            "",
                            "",
                            "{'metadata':{'name':'q'},'target':{'name':'n1'}}",
                            TestingPods::bindLegacy,
                            "404 pods \"q\" not found"),
                    new Case(
                            "uid ignored by bindings",
                            "",
                            "",
                            "{'metadata':{'name':'p','uid':'u'},'target':{'name':'n1'}}",
                            TestingPods::bindLegacy,
                            ""));

    @Test
    void bindsOrRefusesAsKubeApiserverDoes() {
        for (Case c : CASES) {
            TestingPods pods = new TestingPods();
            pods.createPod(c.metadata(), c.spec());
            assertThat(TestingPods.refusalOf(() -> c.call().accept(pods, c.binding())))
                    .as(c.name())
                    .isEqualTo(c.refusal());
            if (c.refusal().isEmpty()) {
                assertThat(pods.pod().text("spec", "nodeName")).as(c.name()).isEqualTo("n1");
            }
        }
    }

    @Test
    void refusesAnotherPodThanTheOneMeant() {
        TestingPods pods = new TestingPods();
        ApiObject pod = pods.createPod("", "");
        String uid = "{'metadata':{'name':'p','uid':'u'},'target':{'name':'n1'}}";
        String version = "{'metadata':{'name':'p','resourceVersion':'9'},'target':{'name':'n1'}}";
        String start =
                "409 Operation cannot be fulfilled on pods \"p\": StorageError: invalid object, Code: 4, Key: /registry/pods/default/p, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: ";
        assertThat(TestingPods.refusalOf(() -> pods.bind(uid)))
                .isEqualTo(
                        start
                                + "UID in precondition: u, UID in object meta: %s"
                                        .formatted(pod.uid()));
        assertThat(TestingPods.refusalOf(() -> pods.bind(version)))
                .isEqualTo(
                        start
                                + "ResourceVersion in precondition: 9, ResourceVersion in object meta: %s"
                                        .formatted(pod.resourceVersion()));
        assertThat(
                        TestingPods.refusalOf(
                                () ->
                                        pods.bind(
                                                TO_N1.replace(
                                                        "'p'", "'p','uid':'" + pod.uid() + "'"))))
                .isEmpty();
    }

    @Test
    void writesWhatTheBindingSays() {
        TestingPods pods = new TestingPods();
        ApiObject before = pods.createPod(",'labels':{'a':'1','b':'1'}", "");
        ApiObject answer =
                pods.bind(
                        "{'metadata':{'name':'p','labels':{'b':'2'},'annotations':{'c':'3'}},'target':{'kind':'Node','name':'n1'}}");
        ApiObject pod = pods.pod();
        assertThat(answer.node().toString())
                .isEqualTo(
                        "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{},\"status\":\"Success\",\"code\":201}");
        assertThat(pod.labels()).containsEntry("a", "1").containsEntry("b", "2");
        assertThat(pod.annotations()).containsEntry("c", "3");
        assertThat(pod.generation()).isEqualTo(before.generation());
        assertThat(pod.at("metadata", "managedFields"))
                .isEqualTo(before.at("metadata", "managedFields"));
        assertThat(pod.at("status"))
                .isEqualTo(
                        ApiObject.parse(
                                        TestingPods.bytes(
                                                "{'phase':'Pending','qosClass':'BestEffort','conditions':[{'type':'PodScheduled','status':'True','lastProbeTime':null,'lastTransitionTime':'2026-01-02T03:04:05Z'}]}"))
                                .node());
    }

    @Test
    void bindsNothingInADryRun() {
        TestingPods pods = new TestingPods();
        pods.createPod("", "");
        assertThat(pods.bindDry(TO_N1).text("status")).isEqualTo("Success");
        assertThat(pods.pod().text("spec", "nodeName")).isEmpty();
    }
}
