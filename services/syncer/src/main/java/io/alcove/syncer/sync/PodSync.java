package io.alcove.syncer.sync;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.syncer.cluster.VirtualResource;
import io.alcove.syncer.host.AppliedFields;
import io.alcove.syncer.host.HostResource;
import io.alcove.syncer.translation.PodStatusTranslation;
import io.alcove.syncer.translation.PodSurroundings;
import io.alcove.syncer.translation.PodTranslation;
import io.alcove.syncer.translation.TenantNetwork;
import io.alcove.syncer.translation.UnsupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Pods: made once on the host, then mostly watched. */
final class PodSync implements KindSync {

    private static final ObjectName API_SERVICE = new ObjectName("default", "kubernetes");
    private static final OptionalLong NOW = OptionalLong.of(0);
    private static final OptionalLong OWN_GRACE = OptionalLong.empty();

    private final Caches caches;
    private final PodTranslation translation;
    private final PodStatusTranslation statuses;
    private final PodReadiness readiness;
    private final TokenUpkeep tokens;
    private final TenantNetwork network;

    PodSync(
            Caches caches,
            PodTranslation translation,
            PodReadiness readiness,
            TokenUpkeep tokens,
            TenantNetwork network) {
        this.caches = caches;
        this.translation = translation;
        this.statuses = new PodStatusTranslation(caches.names());
        this.readiness = readiness;
        this.tokens = tokens;
        this.network = network;
    }

    @Override
    public VirtualResource virtualResource() {
        return VirtualResource.PODS;
    }

    @Override
    public HostResource hostResource() {
        return HostResource.PODS;
    }

    @Override
    public List<Step> plan(SyncPair pair) {
        if (pair.virtualObject().isEmpty()) {
            return withoutVirtual(pair);
        }
        ApiObject virtualPod = pair.virtualObject().get();
        if (pair.hostObject().isEmpty()) {
            return withoutHost(virtualPod);
        }
        ApiObject hostPod = pair.hostObject().get();
        if (!CopyState.isFor(hostPod, virtualPod)) {
            return delete(hostPod, OWN_GRACE);
        }
        return virtualPod.isBeingDeleted()
                ? ending(virtualPod, hostPod)
                : living(virtualPod, hostPod);
    }

    private List<Step> withoutVirtual(SyncPair pair) {
        List<Step> steps = new ArrayList<>();
        pair.hostObject().ifPresent(hostPod -> steps.addAll(delete(hostPod, OWN_GRACE)));
        if (pair.hostObject().isEmpty()) {
            steps.addAll(tokens.cleanUp(pair.virtualName()));
        }
        return steps;
    }

    private List<Step> withoutHost(ApiObject virtualPod) {
        if (virtualPod.isBeingDeleted()) {
            return List.of(new Step.DeleteUp(virtualPod, NOW, "HostPodDeleted"));
        }
        if (ranOnHost(virtualPod)) {
            return List.of(new Step.DeleteUp(virtualPod, NOW, "HostPodGone"));
        }
        if (isOver(virtualPod) || !readiness.mayStart(virtualPod)) {
            return List.of();
        }
        try {
            List<Step> steps = new ArrayList<>(tokens.plan(virtualPod));
            steps.add(
                    new Step.ApplyDown(
                            virtualPod, translation.hostPod(virtualPod, surroundings(virtualPod))));
            return steps;
        } catch (UnsupportedException e) {
            return List.of(new Step.Refuse(virtualPod, "NotSupported", e.what()));
        }
    }

    /** The tenant deletes: the host follows, at once where the tenant's patience shortens. */
    private List<Step> ending(ApiObject virtualPod, ApiObject hostPod) {
        List<Step> steps = new ArrayList<>();
        long grace = virtualPod.at("metadata", "deletionGracePeriodSeconds").asLong();
        long hostGrace = hostPod.at("metadata", "deletionGracePeriodSeconds").asLong();
        if (!hostPod.isBeingDeleted() || grace < hostGrace) {
            steps.add(new Step.DeleteDown(hostPod, OptionalLong.of(grace)));
        }
        steps.addAll(status(virtualPod, hostPod));
        return steps;
    }

    private List<Step> living(ApiObject virtualPod, ApiObject hostPod) {
        if (hostPod.isBeingDeleted()) {
            JsonNode grace = hostPod.at("metadata", "deletionGracePeriodSeconds");
            return List.of(
                    new Step.DeleteUp(
                            virtualPod, OptionalLong.of(grace.asLong()), "HostPodDeleted"));
        }
        List<Step> steps = new ArrayList<>();
        String virtualNode = virtualPod.text("spec", "nodeName");
        String hostNode = hostPod.text("spec", "nodeName");
        if (!hostNode.isEmpty() && virtualNode.isEmpty()) {
            steps.add(new Step.BindUp(virtualPod, hostNode));
        } else if (!hostNode.isEmpty() && !hostNode.equals(virtualNode)) {
            return List.of(new Step.DeleteUp(virtualPod, NOW, "NodeMismatch"));
        }
        steps.addAll(status(virtualPod, hostPod));
        steps.addAll(tokens.plan(virtualPod));
        ApiObject desired =
                translation.updatedHostPod(
                        AppliedFields.of(hostPod), virtualPod, surroundings(virtualPod));
        if (!CopyState.isInSync(hostPod, desired)) {
            steps.add(new Step.ApplyDown(virtualPod, desired));
        }
        return steps;
    }

    private List<Step> status(ApiObject virtualPod, ApiObject hostPod) {
        JsonNode status = statuses.virtualStatus(virtualPod, hostPod);
        boolean isSame = status.equals(virtualPod.at("status"));
        return isSame ? List.of() : List.of(new Step.StatusUp(virtualPod, status));
    }

    private static List<Step> delete(ApiObject hostPod, OptionalLong grace) {
        return hostPod.isBeingDeleted() ? List.of() : List.of(new Step.DeleteDown(hostPod, grace));
    }

    /**
     * A kubelet acknowledged it: what it was is gone with its host copy. This is read from the pod,
     * so that it is the same after a restart.
     */
    private static boolean ranOnHost(ApiObject virtualPod) {
        return !virtualPod.text("status", "startTime").isEmpty();
    }

    private static boolean isOver(ApiObject virtualPod) {
        String phase = virtualPod.text("status", "phase");
        return phase.equals("Succeeded") || phase.equals("Failed");
    }

    private PodSurroundings surroundings(ApiObject virtualPod) {
        Map<String, String> namespaceLabels =
                caches.of(VirtualResource.NAMESPACES)
                        .get(new ObjectName("", virtualPod.namespace()))
                        .map(ApiObject::labels)
                        .orElse(Map.of());
        List<ApiObject> services =
                caches.of(VirtualResource.SERVICES).list().stream()
                        .filter(s -> s.namespace().equals(virtualPod.namespace()))
                        .toList();
        return new PodSurroundings(
                namespaceLabels,
                services,
                caches.of(VirtualResource.SERVICES)
                        .get(API_SERVICE)
                        .map(network::withApiService)
                        .orElse(network));
    }
}
