package io.alcove.controllermanager.deployment;

import static io.alcove.controllermanager.controller.Resources.DEPLOYMENTS;
import static io.alcove.controllermanager.controller.Resources.PODS;
import static io.alcove.controllermanager.controller.Resources.REPLICA_SETS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.controllermanager.controller.ReadyPods;
import io.alcove.controllermanager.controller.TestCluster;
import io.alcove.controllermanager.replicaset.ReplicaSetController;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DeploymentControllerTest {

    private static final ObjectName NAME = new ObjectName("ns", "web");
    private static final String DEPLOYMENT =
            "{apiVersion: 'apps/v1', kind: 'Deployment', metadata: {name: 'web', namespace: 'ns'},"
                    + " spec: {replicas: 4, progressDeadlineSeconds: 600, revisionHistoryLimit: 1,"
                    + " strategy: {type: '%s', rollingUpdate: {maxSurge: '25%%',"
                    + " maxUnavailable: '25%%'}}, selector: {matchLabels: {app: 'web'}}, template:"
                    + " {metadata: {labels: {app: 'web'}},"
                    + " spec: {containers: [{name: 'c', image: 'one'}]}}}}";

    @Test
    void createsAReplicaSetAndReportsItsProgress() {
        try (TestCluster cluster = cluster()) {
            cluster.create(DEPLOYMENTS, DEPLOYMENT.formatted("RollingUpdate"));
            ApiObject deployment = awaitComplete(cluster, 1);
            ApiObject replicaSet = cluster.awaitCount(REPLICA_SETS, "ns", 1).getFirst();
            String hash = replicaSet.label("pod-template-hash").orElseThrow();
            assertThat(replicaSet.name()).isEqualTo("web-" + hash);
            assertThat(replicaSet.annotations())
                    .containsEntry("deployment.kubernetes.io/revision", "1")
                    .containsEntry("deployment.kubernetes.io/desired-replicas", "4")
                    .containsEntry("deployment.kubernetes.io/max-replicas", "5");
            DeploymentConditions conditions = new DeploymentConditions(deployment, Instant.now());
            assertThat(conditions.find("Available").orElseThrow().path("message").asText())
                    .isEqualTo("Deployment has minimum availability.");
            assertThat(conditions.find("Progressing").orElseThrow().path("message").asText())
                    .isEqualTo(
                            "ReplicaSet \"web-%s\" has successfully progressed.".formatted(hash));
            assertThat(cluster.awaitEvent("ns", "ScalingReplicaSet").text("message"))
                    .isEqualTo("Scaled up replica set web-%s from 0 to 4".formatted(hash));
        }
    }

    @Test
    void rollsToNewTemplatesAndKeepsNoMoreHistoryThanAsked() {
        try (TestCluster cluster = cluster()) {
            cluster.create(DEPLOYMENTS, DEPLOYMENT.formatted("RollingUpdate"));
            awaitComplete(cluster, 1);
            image(cluster, "two");
            awaitComplete(cluster, 2);
            image(cluster, "three");
            awaitComplete(cluster, 3);
            cluster.awaitCount(REPLICA_SETS, "ns", 2);
            assertThat(cluster.awaitCount(PODS, "ns", 4))
                    .extracting(p -> p.elements("spec", "containers").getFirst().path("image"))
                    .allSatisfy(image -> assertThat(image.asText()).isEqualTo("three"));
        }
    }

    @Test
    void goesNoFurtherWhenNewPodsDoNotGetReady() {
        try (TestCluster cluster = cluster()) {
            cluster.create(DEPLOYMENTS, DEPLOYMENT.formatted("RollingUpdate"));
            awaitComplete(cluster, 1);
            image(cluster, "bad");
            cluster.await(
                    DEPLOYMENTS,
                    NAME,
                    d ->
                            d.at("status", "updatedReplicas").asInt() == 2
                                    && d.at("status", "availableReplicas").asInt() == 3
                                    && d.at("status", "replicas").asInt() == 5);
            image(cluster, "one");
            awaitComplete(cluster, 3);
        }
    }

    @Test
    void recreatesOnlyAfterTheLastOldPodIsGone() {
        try (TestCluster cluster = cluster()) {
            cluster.create(DEPLOYMENTS, DEPLOYMENT.formatted("Recreate"));
            awaitComplete(cluster, 1);
            image(cluster, "two");
            awaitComplete(cluster, 2);
            assertThat(cluster.awaitCount(PODS, "ns", 4))
                    .extracting(p -> p.elements("spec", "containers").getFirst().path("image"))
                    .allSatisfy(image -> assertThat(image.asText()).isEqualTo("two"));
        }
    }

    @Test
    void scalesWithoutRollingWhilePaused() {
        try (TestCluster cluster = cluster()) {
            cluster.create(DEPLOYMENTS, DEPLOYMENT.formatted("RollingUpdate"));
            awaitComplete(cluster, 1);
            edit(cluster, spec -> spec.put("paused", true).put("replicas", 2));
            cluster.awaitCount(PODS, "ns", 2);
            cluster.await(
                    DEPLOYMENTS,
                    NAME,
                    d ->
                            new DeploymentConditions(d, Instant.now())
                                    .reason("Progressing")
                                    .equals("DeploymentPaused"));
            cluster.awaitCount(REPLICA_SETS, "ns", 1);
        }
    }

    private static ApiObject awaitComplete(TestCluster cluster, int revision) {
        return cluster.await(
                DEPLOYMENTS,
                NAME,
                d ->
                        d.annotation(Revision.NUMBER)
                                        .filter(Integer.toString(revision)::equals)
                                        .isPresent()
                                && DeploymentStatus.isComplete(d, RolloutSpec.of(d))
                                && new DeploymentConditions(d, Instant.now())
                                        .reason("Progressing")
                                        .equals("NewReplicaSetAvailable"));
    }

    private static void image(TestCluster cluster, String image) {
        edit(
                cluster,
                spec -> ((ObjectNode) spec.at("/template/spec/containers/0")).put("image", image));
    }

    private static void edit(TestCluster cluster, Consumer<ObjectNode> change) {
        cluster.objects()
                .edit(
                        DEPLOYMENTS,
                        NAME,
                        deployment -> {
                            change.accept(deployment.with("spec"));
                            return deployment;
                        });
    }

    private static TestCluster cluster() {
        return TestCluster.with(
                List.of(
                        DeploymentController::create,
                        ReplicaSetController::create,
                        ReadyPods::create));
    }
}
