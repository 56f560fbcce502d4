package io.alcove.apiserver.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apimachinery.object.ApiObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodEvictionTest {

    private static final String EVICT = "{'metadata':{'name':'p'}}";
    private static final String READY =
            "{'phase':'Running','conditions':[{'type':'Ready','status':'True'}]}";
    private static final String UNREADY = "{'phase':'Running'}";
    private static final String VIOLATES =
            "429 Cannot evict pod as it would violate the pod's disruption budget. | DisruptionBudget: The disruption budget b ";
    private static final String NEEDS = VIOLATES + "needs 1 healthy pods and has 1 currently";

    private static String status(String fields) {
        return "{'observedGeneration':1,'disruptionsAllowed':0,'currentHealthy':1,'desiredHealthy':1,'expectedPods':1%s}"
                .formatted(fields);
    }

    private static String condition(String reason) {
        return ",'conditions':[{'type':'DisruptionAllowed','status':'False','reason':'%s','message':'why','lastTransitionTime':'2026-01-01T00:00:00Z'}]"
                .formatted(reason);
    }

    /**
     * @param refusal empty where the pod is to go
     */
    private record Case(
            String name, String pod, String spec, String budget, String eviction, String refusal) {}

    private static final List<Case> CASES =
            List.of(
                    new Case("allowed", READY, "", status(",'disruptionsAllowed':1"), EVICT, ""),
                    new Case("none left", READY, "", status(""), EVICT, NEEDS),
                    new Case(
                            "none left with more healthy",
                            READY,
                            "",
                            status(",'currentHealthy':2"),
                            EVICT,
                            VIOLATES + "does not allow evicting pods currently"),
                    new Case(
                            "none left and explained",
                            READY,
                            "",
                            status(",'currentHealthy':2" + condition("Some")),
                            EVICT,
                            VIOLATES + "does not allow evicting pods currently (Some): why"),
                    new Case(
                            "sync failed",
                            READY,
                            "",
                            status(condition("SyncFailed")),
                            EVICT,
                            VIOLATES
                                    + "does not allow evicting pods currently because it failed sync: why"),
                    new Case(
                            "not seen by the controller",
                            READY,
                            "",
                            status(",'observedGeneration':0,'disruptionsAllowed':1"),
                            EVICT,
                            VIOLATES + "is still being processed by the server. | after 10"),
                    new Case("pending", "{'phase':'Pending'}", "", status(""), EVICT, ""),
                    new Case("succeeded", "{'phase':'Succeeded'}", "", status(""), EVICT, ""),
                    new Case("failed", "{'phase':'Failed'}", "", status(""), EVICT, ""),
                    new Case("unready of a healthy budget", UNREADY, "", status(""), EVICT, ""),
                    new Case(
                            "unready of an unhealthy budget",
                            UNREADY,
                            "",
                            status(",'currentHealthy':0"),
                            EVICT,
                            VIOLATES + "needs 1 healthy pods and has 0 currently"),
                    new Case(
                            "unready, always allowed",
                            UNREADY,
                            ",'unhealthyPodEvictionPolicy':'AlwaysAllow'",
                            status(",'currentHealthy':0"),
                            EVICT,
                            ""),
                    new Case(
                            "another name",
                            READY,
                            "",
                            status(""),
                            "{'metadata':{'name':'q'}}",
                            "400 name in URL does not match name in Eviction object"),
                    new Case(
                            "of another version",
                            READY,
                            "",
                            status(",'disruptionsAllowed':1"),
                            "{'metadata':{'name':'p'},'deleteOptions':{'preconditions':{'resourceVersion':'1'}}}",
                            "409 Operation cannot be fulfilled on Pod \"p\": the ResourceVersion in the precondition (1) does not match the ResourceVersion in record (VERSION). The object might have been modified"),
                    new Case(
                            "of another uid",
                            "{'phase':'Pending'}",
                            "",
                            status(""),
                            "{'metadata':{'name':'p'},'deleteOptions':{'preconditions':{'uid':'u'}}}",
                            "409 Operation cannot be fulfilled on Pod \"p\": the UID in the precondition (u) does not match the UID in record (UID). The object might have been deleted and then recreated"),
                    new Case(
                            "unsafe deletion",
                            READY,
                            "",
                            status(""),
                            "{'metadata':{'name':'p'},'deleteOptions':{'ignoreStoreReadErrorWithClusterBreakingPotential':true}}",
                            "422 Eviction.policy \"p\" is invalid: deleteOptions.ignoreStoreReadErrorWithClusterBreakingPotential: Invalid value: true: can not be set for pod eviction, try after removing the option | FieldValueInvalid: Invalid value: true: can not be set for pod eviction, try after removing the option"));

    @Test
    void evictsOrRefusesAsKubeApiserverDoes() {
        for (Case c : CASES) {
            TestingPods pods = new TestingPods();
            pods.createPod(",'labels':{'app':'web'}", "");
            ApiObject pod = pods.setPodStatus(c.pod());
            pods.createBudget("b", c.spec(), c.budget());
            assertThat(TestingPods.refusalOf(() -> pods.evict(c.eviction())))
                    .as(c.name())
                    .isEqualTo(
                            c.refusal()
                                    .replace("VERSION", pod.resourceVersion())
                                    .replace("UID)", pod.uid() + ")"));
            assertThat(pods.hasPod()).as(c.name()).isEqualTo(!c.refusal().isEmpty());
        }
    }

    @Test
    void countsTheDisruption() {
        TestingPods pods = guarded(",'nodeName':'n1'");
        pods.createBudget("b", "", status(",'disruptionsAllowed':1"));
        assertThat(pods.evict(EVICT).text("status")).isEqualTo("Success");
        ApiObject budget = pods.budget("b");
        assertThat(budget.at("status", "disruptionsAllowed").asInt()).isZero();
        assertThat(budget.text("status", "disruptedPods", "p")).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(budget.at("status", "conditions").get(0).path("reason").asText())
                .isEqualTo("InsufficientPods");
        assertThat(pods.pod().isBeingDeleted()).isTrue();
        assertThat(pods.pod().at("status", "conditions").get(1).path("reason").asText())
                .isEqualTo("EvictionByEvictionAPI");
    }

    @Test
    void changesNothingInADryRun() {
        TestingPods pods = guarded("");
        pods.createBudget("b", "", status(",'disruptionsAllowed':1"));
        ApiObject pod = pods.pod();
        assertThat(pods.evictDry(EVICT).text("status")).isEqualTo("Success");
        assertThat(
                        pods.evict("{'metadata':{'name':'p'},'deleteOptions':{'dryRun':['All']}}")
                                .text("status"))
                .isEqualTo("Success");
        assertThat(pods.pod()).isEqualTo(pod);
        assertThat(pods.budget("b").at("status", "disruptionsAllowed").asInt()).isEqualTo(1);
    }

    @Test
    void refusesAPodOfTwoBudgets() {
        TestingPods pods = guarded("");
        pods.createBudget("b", "", status(",'disruptionsAllowed':1"));
        pods.createBudget("c", "", status(",'disruptionsAllowed':1"));
        assertThat(TestingPods.refusalOf(() -> pods.evict(EVICT)))
                .isEqualTo(
                        "500 This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.");
        assertThat(pods.hasPod()).isTrue();
    }

    private static TestingPods guarded(String spec) {
        TestingPods pods = new TestingPods();
        pods.createPod(",'labels':{'app':'web'}", spec);
        pods.setPodStatus(READY);
        return pods;
    }
}
