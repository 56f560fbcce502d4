package io.alcove.syncer.sync;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.syncer.cluster.VirtualResource;
import io.alcove.syncer.host.HostResource;
import io.alcove.syncer.translation.UnsupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Sync of a kind whose copy follows the virtual object and nothing else: there while it is wanted,
 * made again where the host lost it.
 */
final class CopySync implements KindSync {

    private final VirtualResource virtualResource;
    private final HostResource hostResource;
    private final Function<ApiObject, Optional<ApiObject>> translation;
    private final boolean statusUp;

    /**
     * @param translation the copy; empty where the object is to have none
     * @param statusUp whether the host's status is the virtual object's
     */
    CopySync(
            VirtualResource virtualResource,
            HostResource hostResource,
            Function<ApiObject, Optional<ApiObject>> translation,
            boolean statusUp) {
        this.virtualResource = virtualResource;
        this.hostResource = hostResource;
        this.translation = translation;
        this.statusUp = statusUp;
    }

    @Override
    public VirtualResource virtualResource() {
        return virtualResource;
    }

    @Override
    public HostResource hostResource() {
        return hostResource;
    }

    @Override
    public List<Step> plan(SyncPair pair) {
        try {
            return plan(pair, pair.virtualObject().flatMap(translation));
        } catch (UnsupportedException e) {
            ApiObject virtualObject = pair.virtualObject().orElseThrow();
            return List.of(new Step.Refuse(virtualObject, "NotSupported", e.what()));
        }
    }

    private List<Step> plan(SyncPair pair, Optional<ApiObject> desired) {
        if (desired.isEmpty()) {
            return pair.hostObject().map(CopySync::orphaned).orElse(List.of());
        }
        ApiObject virtualObject = pair.virtualObject().orElseThrow();
        if (pair.hostObject().isEmpty()) {
            return List.of(new Step.ApplyDown(virtualObject, desired.get()));
        }
        ApiObject hostObject = pair.hostObject().get();
        if (!CopyState.isFor(hostObject, virtualObject) || hostObject.isBeingDeleted()) {
            return orphaned(hostObject);
        }
        List<Step> steps = new ArrayList<>();
        if (!CopyState.isInSync(hostObject, desired.get())) {
            steps.add(new Step.ApplyDown(virtualObject, desired.get()));
        }
        JsonNode status = hostObject.at("status");
        if (statusUp && !status.isMissingNode() && !status.equals(virtualObject.at("status"))) {
            steps.add(new Step.StatusUp(virtualObject, status));
        }
        return steps;
    }

    private static List<Step> orphaned(ApiObject hostObject) {
        return hostObject.isBeingDeleted()
                ? List.of()
                : List.of(new Step.DeleteDown(hostObject, OptionalLong.empty()));
    }
}
