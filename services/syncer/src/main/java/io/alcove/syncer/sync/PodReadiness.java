package io.alcove.syncer.sync;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.syncer.cluster.VirtualResource;
import io.alcove.syncer.host.HostResource;
import io.alcove.syncer.translation.PodReferences;
import io.alcove.syncer.translation.Reference;

/** Whether a pod is ready to be made on the host. */
final class PodReadiness {

    private static final String DEFAULT_SCHEDULER = "default-scheduler";

    private final Caches caches;
    private final boolean virtualScheduler;

    PodReadiness(Caches caches, boolean virtualScheduler) {
        this.caches = caches;
        this.virtualScheduler = virtualScheduler;
    }

    boolean mayStart(ApiObject virtualPod) {
        return virtualPod.at("spec", "schedulingGates").isEmpty()
                && isPlaced(virtualPod)
                && PodReferences.of(virtualPod).stream().allMatch(this::isReady);
    }

    /** A scheduler of the tenant's binds the pod before the host hears of it. */
    private boolean isPlaced(ApiObject virtualPod) {
        String scheduler = virtualPod.text("spec", "schedulerName");
        boolean isTenants =
                virtualScheduler || !(scheduler.isEmpty() || scheduler.equals(DEFAULT_SCHEDULER));
        return !isTenants || !virtualPod.text("spec", "nodeName").isEmpty();
    }

    /** What does not exist is not waited for: the kubelet waits, and says so in the status. */
    private boolean isReady(Reference reference) {
        VirtualResource virtualResource = virtualResource(reference);
        HostResource hostResource = hostResource(reference);
        return caches.of(virtualResource)
                .get(reference.name())
                .map(
                        virtualObject ->
                                caches.hostCopy(hostResource, reference.name())
                                        .filter(copy -> CopyState.isFor(copy, virtualObject))
                                        .isPresent())
                .orElse(true);
    }

    private static VirtualResource virtualResource(Reference reference) {
        return switch (reference.kind()) {
            case PodReferences.SECRET -> VirtualResource.SECRETS;
            case PodReferences.CONFIG_MAP -> VirtualResource.CONFIG_MAPS;
            case PodReferences.CLAIM -> VirtualResource.CLAIMS;
            default -> throw new IllegalArgumentException(reference.kind());
        };
    }

    private static HostResource hostResource(Reference reference) {
        return switch (reference.kind()) {
            case PodReferences.SECRET -> HostResource.SECRETS;
            case PodReferences.CONFIG_MAP -> HostResource.CONFIG_MAPS;
            case PodReferences.CLAIM -> HostResource.CLAIMS;
            default -> throw new IllegalArgumentException(reference.kind());
        };
    }
}
