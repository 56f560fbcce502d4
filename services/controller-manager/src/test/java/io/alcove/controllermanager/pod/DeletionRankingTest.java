package io.alcove.controllermanager.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.testing.apiserver.TestObjects;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeletionRankingTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private record Case(String name, String goes, String stays) {}

    @Test
    void deletesTheLessWantedFirst() {
        String ready = "conditions: [{type: 'Ready', status: 'True', lastTransitionTime: '%s'}]";
        String early = ready.formatted("2026-01-01T02:00:00Z");
        String late = ready.formatted("2026-01-01T11:59:00Z");
        for (Case c :
                List.of(
                        new Case("unassigned", pod("", "", ""), pod("n", "", "")),
                        new Case(
                                "pending",
                                pod("n", "", "phase: 'Pending'"),
                                pod("n", "", "phase: 'Running'")),
                        new Case("not ready", pod("n", "", ""), pod("n", "", early)),
                        new Case(
                                "cheap",
                                pod("n", annotation("-5"), early),
                                pod("n", annotation("5"), early)),
                        new Case("ready lately", pod("n", "", late), pod("n", "", early)),
                        new Case(
                                "restarted",
                                pod("n", "", "containerStatuses: [{restartCount: 3}]"),
                                pod("n", "", "containerStatuses: [{restartCount: 1}]")),
                        new Case(
                                "created lately",
                                pod("n", "creationTimestamp: '2026-01-01T11:59:00Z'", ""),
                                pod("n", "creationTimestamp: '2026-01-01T02:00:00Z'", "")))) {
            ApiObject goes = TestObjects.object(c.goes());
            ApiObject stays = TestObjects.object(c.stays());
            assertThat(DeletionRanking.first(1, List.of(stays, goes), List.of(), NOW))
                    .as(c.name())
                    .containsExactly(goes);
        }
    }

    @Test
    void deletesFromTheNodeThatHoldsMoreOfThem() {
        ApiObject alone = TestObjects.object(pod("a", "", "phase: 'Running'"));
        ApiObject crowded = TestObjects.object(pod("b", "", "phase: 'Running'"));
        assertThat(
                        DeletionRanking.first(
                                1,
                                List.of(alone, crowded),
                                List.of(alone, crowded, crowded.copy()),
                                NOW))
                .containsExactly(crowded);
    }

    private static String annotation(String cost) {
        return "annotations: {'controller.kubernetes.io/pod-deletion-cost': '" + cost + "'}";
    }

    private static String pod(String node, String metadata, String status) {
        return "{kind: 'Pod', metadata: {%s}, spec: {nodeName: '%s'}, status: {%s}}"
                .formatted(metadata, node, status);
    }
}
