package io.alcove.syncer.sync;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.syncer.events.SyncRecord;
import io.alcove.syncer.events.SyncRecord.Direction;
import io.alcove.syncer.events.SyncRecord.Operation;
import io.alcove.syncer.events.SyncRecord.Result;
import io.alcove.syncer.host.HostClient;
import io.alcove.syncer.host.HostResource;
import io.alcove.syncer.mark.HostNames;
import io.alcove.syncer.mark.Mark;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes to the host. What does not bear the tenant's mark is never touched. */
final class DownWriter {

    private final HostClient host;
    private final Caches caches;
    private final StepLog log;

    DownWriter(HostClient host, Caches caches, StepLog log) {
        this.host = host;
        this.caches = caches;
        this.log = log;
    }

    void apply(KindSync kind, Step.ApplyDown step, long sinceNanos) {
        ApiObject virtualObject = step.virtualObject();
        boolean isKnown =
                caches.hostCopy(kind.hostResource(), virtualObject.objectName())
                        .filter(copy -> CopyState.isFor(copy, virtualObject))
                        .isPresent();
        if (!isKnown && !isFree(kind.hostResource(), step)) {
            return;
        }
        ApiObject written = host.apply(kind.hostResource(), Fingerprint.sealed(step.desired()));
        log.write(
                Direction.DOWN,
                isKnown ? Operation.UPDATE : Operation.CREATE,
                log.side(kind.virtualResource().resource(), virtualObject),
                log.side(kind.hostResource().resource(), written),
                sinceNanos);
    }

    void delete(KindSync kind, Step.DeleteDown step, long sinceNanos) {
        ApiObject hostObject = step.hostObject();
        // The pod's plan also removes its tokens' Secret.
        HostResource resource =
                hostObject.kind().equals("Secret") ? HostResource.SECRETS : kind.hostResource();
        host.delete(resource, hostObject.objectName(), hostObject.uid(), step.graceSeconds());
        log.write(
                Direction.DOWN,
                Operation.DELETE,
                log.virtualSide(kind.virtualResource().resource(), hostObject),
                log.gone(log.side(resource.resource(), hostObject)),
                sinceNanos);
    }

    void refused(
            KindSync kind,
            Step.ApplyDown step,
            StatusException refusal,
            boolean isFinal,
            long sinceNanos) {
        log.write(
                new SyncRecord(
                        Direction.DOWN,
                        Operation.UPDATE,
                        log.side(kind.virtualResource().resource(), step.virtualObject()),
                        log.side(kind.hostResource().resource(), step.desired()),
                        isFinal ? Result.FAILED : Result.RETRIED,
                        refusal.status().reason(),
                        refusal.status().message(),
                        StepLog.since(sinceNanos)));
    }

    /**
     * Whether the name may be written to: nobody has it, or our own copy that the cache does not
     * show yet. A copy made for an earlier object of the name makes room first.
     */
    private boolean isFree(HostResource resource, Step.ApplyDown step) {
        HostNames names = caches.names();
        Optional<ApiObject> present = host.find(resource, step.desired().objectName());
        if (present.isEmpty()) {
            return true;
        }
        ApiObject hostObject = present.get();
        Mark mark =
                Mark.read(hostObject, names)
                        .filter(m -> m.virtualName().equals(step.virtualObject().objectName()))
                        .orElseThrow(() -> nameTaken(step.desired()));
        if (mark.uid().equals(step.virtualObject().uid())) {
            return !hostObject.isBeingDeleted();
        }
        if (!hostObject.isBeingDeleted()) {
            host.delete(resource, hostObject.objectName(), hostObject.uid(), OptionalLong.empty());
        }
        return false;
    }

    private static StatusException nameTaken(ApiObject desired) {
        return new StatusException(
                Status.of(
                        StatusReason.CONFLICT,
                        "another object, not of this cluster, has the name " + desired.name()));
    }
}
