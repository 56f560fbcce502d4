package io.alcove.scheduler.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.scheduler.framework.NodeInfo;
import io.alcove.scheduler.framework.PodInfo;
import io.alcove.testing.apiserver.TestObjects;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTest {

    private static final NodeInfo SMALL =
            node("small", "labels: {disk: 'hdd', n: '2'}", "", "1", podOn("b", "cpu: '500m'"));
    private static final NodeInfo LARGE = node("large", "labels: {disk: 'ssd', n: '9'}", "", "8");
    private static final NodeInfo TAINTED =
            node("tainted", "", "taints: [{key: 'k', value: 'v', effect: 'NoSchedule'}]", "64");
    private static final NodeInfo CORDONED = node("cordoned", "", "unschedulable: true", "64");
    private static final NodeInfo AVOIDED =
            node("avoided", "", "taints: [{key: 'k', effect: 'PreferNoSchedule'}]", "64");

    record Case(String name, String podSpec, List<NodeInfo> nodes, String expected) {}

    private static final List<Case> CASES =
            List.of(
                    new Case("the emptier node", requests("100m"), List.of(SMALL, LARGE), "large"),
                    new Case(
                            "selected by label",
                            "nodeSelector: {disk: 'hdd'}",
                            List.of(SMALL, LARGE),
                            "small"),
                    new Case(
                            "required by an expression",
                            required(
                                    "matchExpressions: [{key: 'n', operator: 'Lt', values: ['5']}]"),
                            List.of(SMALL, LARGE),
                            "small"),
                    new Case(
                            "required by the node's name",
                            required(
                                    "matchFields: [{key: 'metadata.name', operator: 'In',"
                                            + " values: ['small']}]"),
                            List.of(SMALL, LARGE),
                            "small"),
                    new Case(
                            "preferred",
                            "affinity: {nodeAffinity: {"
                                    + "preferredDuringSchedulingIgnoredDuringExecution:"
                                    + " [{weight: 10, preference: {matchExpressions:"
                                    + " [{key: 'disk', operator: 'In', values: ['hdd']}]}}]}}",
                            List.of(SMALL, LARGE),
                            "small"),
                    new Case(
                            "tolerated",
                            "tolerations: [{key: 'k', operator: 'Exists'}]," + " nodeSelector: {}",
                            List.of(TAINTED),
                            "tainted"),
                    new Case("away from a soft taint", "", List.of(AVOIDED, LARGE), "large"),
                    new Case(
                            "reasons are counted",
                            requests("10"),
                            List.of(SMALL, LARGE, TAINTED, CORDONED),
                            "0/4 nodes are available: 1 node(s) had untolerated taint(s),"
                                    + " 1 node(s) were unschedulable, 2 Insufficient cpu."),
                    new Case(
                            "an init container may ask for the most",
                            "initContainers: [{name: 'x',"
                                    + " resources: {requests: {cpu: '600m'}}}]",
                            List.of(SMALL),
                            "0/1 nodes are available: 1 Insufficient cpu."),
                    new Case(
                            "sidecars run beside the containers",
                            "initContainers: [{name: 's', restartPolicy: 'Always',"
                                    + " resources: {requests: {cpu: '300m'}}}], containers:"
                                    + " [{name: 'a', resources: {requests: {cpu: '300m'}}}]",
                            List.of(SMALL),
                            "0/1 nodes are available: 1 Insufficient cpu."),
                    new Case(
                            "a taken host port",
                            "containers: [{name: 'a', ports: [{hostPort: 80, protocol: 'TCP'}]}]",
                            List.of(node("n", "", "", "4", portPod())),
                            "0/1 nodes are available: 1 node(s) didn't have free ports for the"
                                    + " requested pod ports."),
                    new Case(
                            "no match",
                            "nodeSelector: {disk: 'tape'}",
                            List.of(SMALL, LARGE),
                            "0/2 nodes are available: 2 node(s) didn't match Pod's node"
                                    + " affinity/selector."),
                    new Case("no nodes", "", List.of(), "no nodes available to schedule pods"),
                    new Case(
                            "what is not supported is named",
                            "topologySpreadConstraints: [{whenUnsatisfiable: 'DoNotSchedule'}]",
                            List.of(LARGE),
                            "0/1 nodes are available: this scheduler does not support topology"
                                    + " spread constraints with DoNotSchedule."));

    @Test
    void picksANodeOrSaysWhyNot() {
        for (Case c : CASES) {
            Decision decision = Decision.decide(PodInfo.of(pod("p", c.podSpec)), c.nodes);
            String outcome =
                    switch (decision) {
                        case Decision.Bind(String node) -> node;
                        case Decision.Unschedulable(String message) -> message;
                    };
            assertThat(outcome).as(c.name).isEqualTo(c.expected);
        }
    }

    private static String required(String term) {
        return "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
                + " {nodeSelectorTerms: [{"
                + term
                + "}]}}}";
    }

    private static String requests(String cpu) {
        return "containers: [{name: 'a', resources: {requests: {cpu: '" + cpu + "'}}}]";
    }

    private static PodInfo podOn(String uid, String requests) {
        return PodInfo.of(
                pod(uid, "containers: [{name: 'a', resources: {requests: {" + requests + "}}}]"));
    }

    private static PodInfo portPod() {
        return PodInfo.of(
                pod("q", "containers: [{name: 'a', ports: [{hostPort: 80, protocol: 'TCP'}]}]"));
    }

    private static ApiObject pod(String uid, String spec) {
        return TestObjects.object(
                "{apiVersion: 'v1', kind: 'Pod', metadata: {name: '"
                        + uid
                        + "', namespace: 'n', uid: '"
                        + uid
                        + "'}, spec: {"
                        + spec
                        + "}}");
    }

    private static NodeInfo node(
            String name, String metadata, String spec, String cpu, PodInfo... pods) {
        ApiObject node =
                TestObjects.object(
                        "{apiVersion: 'v1', kind: 'Node', metadata: {name: '"
                                + name
                                + "'"
                                + (metadata.isEmpty() ? "" : ", " + metadata)
                                + "}, spec: {"
                                + spec
                                + "}, status: {allocatable: {cpu: '"
                                + cpu
                                + "', memory: '8Gi', pods: '10'}}}");
        return NodeInfo.of(node, List.of(pods));
    }
}
