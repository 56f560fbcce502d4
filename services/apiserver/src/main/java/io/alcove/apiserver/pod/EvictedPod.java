package io.alcove.apiserver.pod;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.registry.DeleteOptions;
import io.alcove.apiserver.registry.Registry;
import io.alcove.apiserver.registry.VirtualResource.Request;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The pod that an eviction names. */
final class EvictedPod {

    /** Upstream names the kind here. */
    private static final GroupResource KIND = new GroupResource("", "Pod");

    private final Request request;
    private final InstantSource clock;

    EvictedPod(Request request, InstantSource clock) {
        this.request = request;
        this.clock = clock;
    }

    Registry registry() {
        return request.registry();
    }

    ApiObject read() {
        return ApiObject.parse(registry().get(request.parent("get"), "").json());
    }

    /**
     * Tells the reason in the pod's status, then deletes it.
     *
     * @throws StatusException 409 where the pod is not the one of the options' preconditions
     */
    void delete(DeleteOptions options) {
        if (options.isDryRun()) {
            request.deleteParent(options);
            return;
        }
        ApiObject marked =
                request.change(
                        "pods",
                        "status",
                        request.context().info().objectName(),
                        pod -> mark(pod, options));
        request.deleteParent(
                options.resourceVersion() == null
                        ? options
                        : options.withResourceVersion(marked.resourceVersion()));
    }

    private void mark(ApiObject pod, DeleteOptions options) {
        match(
                pod,
                options.uid(),
                pod.uid(),
                "the UID in the precondition (%s) does not match the UID in record (%s). The object might have been deleted and then recreated");
        match(
                pod,
                options.resourceVersion(),
                pod.resourceVersion(),
                "the ResourceVersion in the precondition (%s) does not match the ResourceVersion in record (%s). The object might have been modified");
        PodConditions.setTrue(
                pod,
                PodConditions.DISRUPTION_TARGET,
                "EvictionByEvictionAPI",
                "Eviction API: evicting",
                clock.instant());
    }

    private static void match(ApiObject pod, @Nullable String asked, String present, String why) {
        if (asked != null && !asked.isEmpty() && !asked.equals(present)) {
            throw StatusException.conflict(KIND, pod.name(), why.formatted(asked, present));
        }
    }
}
