package io.alcove.apiserver.kinds.defaults;

import static io.alcove.apiserver.kinds.defaults.Default.inside;
import static io.alcove.apiserver.kinds.defaults.Default.insideIfGiven;
import static io.alcove.apiserver.kinds.defaults.Default.is;
import static io.alcove.apiserver.kinds.defaults.Default.isGiven;
import static io.alcove.apiserver.kinds.defaults.Default.set;
import static io.alcove.apiserver.kinds.defaults.Default.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The group apps. */
final class AppsDefaults {

    private static final String ROLLING_UPDATE = "RollingUpdate";

    static final Map<String, List<Default>> TABLE =
            Map.of(
                    "apps.DeploymentSpec",
                    List.of(
                            set("replicas", 1),
                            set("revisionHistoryLimit", 10),
                            set("progressDeadlineSeconds", 600)),
                    "apps.DeploymentStrategy",
                    List.of(
                            set("type", ROLLING_UPDATE),
                            when(
                                    is("type", ROLLING_UPDATE),
                                    inside(
                                            "rollingUpdate",
                                            set("maxUnavailable", "25%"),
                                            set("maxSurge", "25%")))),
                    "apps.ReplicaSetSpec",
                    List.of(set("replicas", 1)),
                    "apps.DaemonSetSpec",
                    List.of(set("revisionHistoryLimit", 10)),
                    "apps.DaemonSetUpdateStrategy",
                    List.of(
                            set("type", ROLLING_UPDATE),
                            when(
                                    is("type", ROLLING_UPDATE),
                                    inside(
                                            "rollingUpdate",
                                            set("maxUnavailable", 1),
                                            set("maxSurge", 0)))),
                    "apps.StatefulSetSpec",
                    List.of(
                            AppsDefaults::claimTypes,
                            set("podManagementPolicy", "OrderedReady"),
                            set("replicas", 1),
                            set("revisionHistoryLimit", 10),
                            inside(
                                    "persistentVolumeClaimRetentionPolicy",
                                    set("whenDeleted", "Retain"),
                                    set("whenScaled", "Retain"))),
                    "apps.StatefulSetUpdateStrategy",
                    List.of(
                            when(isGiven("type").negate(), inside("rollingUpdate")),
                            set("type", ROLLING_UPDATE),
                            when(
                                    is("type", ROLLING_UPDATE),
                                    insideIfGiven("rollingUpdate", set("partition", 0)))));

    private AppsDefaults() {}

    /** Claim templates are whole objects, and say of which kind. */
    private static void claimTypes(ObjectNode spec) {
        for (JsonNode claim : spec.path("volumeClaimTemplates")) {
            if (claim instanceof ObjectNode node) {
                set("apiVersion", "v1").apply(node);
                set("kind", "PersistentVolumeClaim").apply(node);
            }
        }
    }
}
