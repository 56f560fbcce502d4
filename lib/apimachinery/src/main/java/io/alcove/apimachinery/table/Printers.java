package io.alcove.apimachinery.table;

import io.alcove.apimachinery.catalog.ResourceType;
import java.util.Map;

/** The printer of each kind, by the kind's name: no two groups share one that differs. */
final class Printers {

    private static final Map<String, Printer> BUILT_IN =
            Map.ofEntries(
                    Map.entry("Pod", PodCells::print),
                    Map.entry("Deployment", WorkloadCells::deployment),
                    Map.entry("StatefulSet", WorkloadCells::statefulSet),
                    Map.entry("ReplicaSet", WorkloadCells::replicaSet),
                    Map.entry("ReplicationController", WorkloadCells::replicationController),
                    Map.entry("DaemonSet", WorkloadCells::daemonSet),
                    Map.entry("Job", WorkloadCells::job),
                    Map.entry("CronJob", WorkloadCells::cronJob),
                    Map.entry("PodTemplate", WorkloadCells::podTemplate),
                    Map.entry("ControllerRevision", WorkloadCells::controllerRevision));

    private Printers() {}

    static Printer of(ResourceType type) {
        if (type.columns().isEmpty()) {
            return row -> row.name().age();
        }
        return BUILT_IN.getOrDefault(type.kind().kind(), Printers::nameAndCreation);
    }

    /** Kinds that upstream has no printer for show the time itself. */
    private static void nameAndCreation(Cells row) {
        row.name().text(row.object().text("metadata", "creationTimestamp"));
    }
}
