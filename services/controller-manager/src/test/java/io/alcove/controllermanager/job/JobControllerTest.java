package io.alcove.controllermanager.job;

import static io.alcove.controllermanager.controller.Resources.JOBS;
import static io.alcove.controllermanager.controller.Resources.PODS;
import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.controllermanager.controller.Conditions;
import io.alcove.controllermanager.controller.TestCluster;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobControllerTest {

    private static final ObjectName NAME = new ObjectName("ns", "work");
    private static final String JOB =
            "{apiVersion: 'batch/v1', kind: 'Job', metadata: {name: 'work', namespace: 'ns'},"
                    + " spec: {parallelism: 2, completions: 2, backoffLimit: 0, %s selector:"
                    + " {matchLabels: {job: 'w'}}, template: {metadata: {labels: {job: 'w'}},"
                    + " spec: {containers: [{name: 'c', image: 'i'}]}}}}";

    @Test
    void completesAndCountsEachPodOnce() {
        try (TestCluster cluster = cluster()) {
            cluster.create(JOBS, JOB.formatted(""));
            for (ApiObject pod : cluster.awaitCount(PODS, "ns", 2)) {
                assertThat(pod.finalizers()).containsExactly(Tally.FINALIZER);
                finish(cluster, pod, "Succeeded");
            }
            ApiObject job = awaitCondition(cluster, "Complete");
            assertThat(job.at("status", "succeeded").asInt()).isEqualTo(2);
            assertThat(job.text("status", "completionTime")).isNotEmpty();
            assertThat(conditions(job).reason("SuccessCriteriaMet"))
                    .isEqualTo("CompletionsReached");
            assertThat(cluster.objects().list(PODS, "ns"))
                    .allSatisfy(pod -> assertThat(pod.finalizers()).isEmpty());
            assertThat(cluster.awaitEvent("ns", "Completed").text("message"))
                    .isEqualTo("Job completed");
        }
    }

    @Test
    void failsAtItsBackoffLimitAndDeletesWhatStillRuns() {
        try (TestCluster cluster = cluster()) {
            cluster.create(JOBS, JOB.formatted(""));
            finish(cluster, cluster.awaitCount(PODS, "ns", 2).getFirst(), "Failed");
            ApiObject job = awaitCondition(cluster, "Failed");
            assertThat(conditions(job).reason("Failed")).isEqualTo("BackoffLimitExceeded");
            assertThat(job.at("status", "failed").asInt()).isEqualTo(1);
            cluster.awaitCount(PODS, "ns", 1);
        }
    }

    @Test
    void suspendsAndResumes() {
        try (TestCluster cluster = cluster()) {
            cluster.create(JOBS, JOB.formatted("suspend: true,"));
            awaitCondition(cluster, "Suspended");
            assertThat(cluster.objects().list(PODS, "ns")).isEmpty();
            cluster.objects()
                    .edit(
                            JOBS,
                            NAME,
                            job -> {
                                job.with("spec").put("suspend", false);
                                return job;
                            });
            cluster.awaitCount(PODS, "ns", 2);
            cluster.await(JOBS, NAME, j -> conditions(j).reason("Suspended").equals("JobResumed"));
        }
    }

    @Test
    void refusesWhatItCannotRun() {
        try (TestCluster cluster = cluster()) {
            cluster.create(JOBS, JOB.formatted("completionMode: 'Indexed',"));
            ApiObject job = awaitCondition(cluster, "Failed");
            assertThat(conditions(job).find("Failed").orElseThrow().path("message").asText())
                    .isEqualTo("spec.completionMode Indexed is not supported");
            assertThat(cluster.objects().list(PODS, "ns")).isEmpty();
        }
    }

    private static ApiObject awaitCondition(TestCluster cluster, String type) {
        return cluster.await(JOBS, NAME, job -> conditions(job).isTrue(type));
    }

    private static Conditions conditions(ApiObject job) {
        return new Conditions(job, Instant.EPOCH);
    }

    private static void finish(TestCluster cluster, ApiObject pod, String phase) {
        cluster.objects()
                .edit(
                        PODS,
                        pod.objectName(),
                        p -> {
                            p.with("status").put("phase", phase);
                            return p;
                        });
    }

    private static TestCluster cluster() {
        return TestCluster.with(List.of(JobController::create));
    }
}
