package io.alcove.controllermanager.replicaset;

import static io.alcove.controllermanager.controller.Resources.PODS;
import static io.alcove.controllermanager.controller.Resources.REPLICA_SETS;
import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.object.OwnerReference;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.controllermanager.controller.Conditions;
import io.alcove.controllermanager.controller.TestCluster;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicaSetControllerTest {

    private static final ObjectName NAME = new ObjectName("ns", "web");
    private static final String REPLICA_SET =
            "{apiVersion: 'apps/v1', kind: 'ReplicaSet', metadata: {name: 'web', namespace: 'ns'},"
                    + " spec: {replicas: 3, selector: {matchLabels: {app: 'web'}}, template:"
                    + " {metadata: {labels: {app: 'web'}, annotations: {a: 'b'}},"
                    + " spec: {containers: [{name: 'c', image: 'i'}]}}}}";

    @Test
    void createsPodsOfTheTemplateAndScalesDown() {
        try (TestCluster cluster = cluster()) {
            cluster.create(REPLICA_SETS, REPLICA_SET);
            List<ApiObject> pods = cluster.awaitCount(PODS, "ns", 3);
            assertThat(pods)
                    .allSatisfy(
                            pod -> {
                                assertThat(pod.name()).startsWith("web-");
                                assertThat(pod.annotations()).containsEntry("a", "b");
                                assertThat(pod.controller().map(OwnerReference::name))
                                        .contains("web");
                            });
            assertThat(cluster.awaitEvent("ns", "SuccessfulCreate").text("message"))
                    .startsWith("Created pod: web-");
            cluster.await(
                    REPLICA_SETS, NAME, rs -> rs.at("status", "fullyLabeledReplicas").asInt() == 3);
            scale(cluster, 1);
            cluster.awaitCount(PODS, "ns", 1);
            cluster.await(REPLICA_SETS, NAME, rs -> rs.at("status", "replicas").asInt() == 1);
            cluster.awaitEvent("ns", "SuccessfulDelete");
        }
    }

    @Test
    void adoptsWhatFitsAndReleasesWhatNoLongerDoes() {
        try (TestCluster cluster = cluster()) {
            cluster.create(
                    PODS,
                    "{apiVersion: 'v1', kind: 'Pod', metadata: {name: 'orphan', namespace: 'ns',"
                            + " labels: {app: 'web'}}, spec: {}}");
            cluster.create(REPLICA_SETS, REPLICA_SET);
            cluster.awaitCount(PODS, "ns", 3);
            ObjectName orphan = new ObjectName("ns", "orphan");
            cluster.await(PODS, orphan, pod -> pod.controller().isPresent());
            cluster.objects()
                    .edit(
                            PODS,
                            orphan,
                            pod -> {
                                pod.with("metadata", "labels").put("app", "other");
                                return pod;
                            });
            cluster.await(PODS, orphan, pod -> pod.controller().isEmpty());
            cluster.awaitCount(PODS, "ns", 4);
        }
    }

    @Test
    void saysWhyPodsCannotBeCreatedAndTriesAgain() {
        try (TestCluster cluster = cluster()) {
            cluster.objects().failNext("create", PODS, StatusException.badRequest("no pods today"));
            cluster.create(REPLICA_SETS, REPLICA_SET);
            cluster.awaitPassing(
                    REPLICA_SETS,
                    NAME,
                    rs ->
                            new Conditions(rs, Instant.now())
                                    .reason("ReplicaFailure")
                                    .equals("FailedCreate"));
            cluster.awaitCount(PODS, "ns", 3);
            cluster.await(
                    REPLICA_SETS,
                    NAME,
                    rs -> new Conditions(rs, Instant.now()).find("ReplicaFailure").isEmpty());
        }
    }

    private static void scale(TestCluster cluster, int replicas) {
        cluster.objects()
                .edit(
                        REPLICA_SETS,
                        NAME,
                        rs -> {
                            rs.with("spec").put("replicas", replicas);
                            return rs;
                        });
    }

    private static TestCluster cluster() {
        return TestCluster.with(List.of(ReplicaSetController::create));
    }
}
