package io.alcove.syncer.sync;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.syncer.events.SyncJournal;
import io.alcove.syncer.events.SyncRecord;
import io.alcove.syncer.events.SyncRecord.Direction;
import io.alcove.syncer.events.SyncRecord.Operation;
import io.alcove.syncer.events.SyncRecord.Result;
import io.alcove.syncer.events.SyncRecord.Side;
import io.alcove.syncer.mark.HostNames;
import io.alcove.syncer.mark.Mark;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/** Accounts for each step: into the journal, and into the lag that operators watch. */
final class StepLog {

    private final HostNames names;
    private final SyncJournal journal;
    private final MeterRegistry metrics;

    StepLog(HostNames names, SyncJournal journal, MeterRegistry metrics) {
        this.names = names;
        this.journal = journal;
        this.metrics = metrics;
    }

    void write(
            Direction direction,
            Operation operation,
            Side virtualSide,
            Side hostSide,
            long sinceNanos) {
        write(
                new SyncRecord(
                        direction,
                        operation,
                        virtualSide,
                        hostSide,
                        Result.SUCCEEDED,
                        "",
                        "",
                        since(sinceNanos)));
    }

    void write(SyncRecord entry) {
        Timer.builder("sync_lag_seconds")
                .tag("kind", entry.virtualSide().kind().kind())
                .tag("direction", entry.direction().name().toLowerCase(Locale.ROOT))
                .publishPercentileHistogram()
                .register(metrics)
                .record(entry.latency());
        journal.record(entry);
    }

    Side side(GroupVersionResource resource, ApiObject object) {
        return new Side(
                object.groupVersionKind(),
                resource,
                object.objectName(),
                object.uid(),
                object.resourceVersion());
    }

    /** The virtual side as the mark tells it, where the object itself may be gone. */
    Side virtualSide(GroupVersionResource resource, ApiObject hostObject) {
        return Mark.read(hostObject, names)
                .map(
                        mark ->
                                new Side(
                                        GroupVersionKind.of(
                                                resource.apiVersion(),
                                                mark.kind().equals(Mark.TOKENS_KIND)
                                                        ? "Pod"
                                                        : mark.kind()),
                                        resource,
                                        mark.virtualName(),
                                        mark.uid(),
                                        ""))
                .orElseGet(() -> side(resource, hostObject));
    }

    /** The host side of a virtual object where no host object is at hand. */
    Side hostSide(GroupVersionResource resource, ApiObject virtualObject) {
        return new Side(
                virtualObject.groupVersionKind(),
                resource,
                names.of(virtualObject.objectName()),
                "",
                "");
    }

    Side gone(Side side) {
        return new Side(side.kind(), side.resource(), side.name(), side.uid(), "");
    }

    static Duration since(long sinceNanos) {
        // two processors' clocks may differ by some microseconds
        return Duration.ofNanos(Math.max(0, System.nanoTime() - sinceNanos));
    }
}
