package io.alcove.controllermanager.storageprotection;

import static io.alcove.controllermanager.controller.Resources.PERSISTENT_VOLUMES;
import static io.alcove.controllermanager.controller.Resources.PERSISTENT_VOLUME_CLAIMS;
import static io.alcove.controllermanager.controller.Resources.PODS;
import static io.alcove.controllermanager.controller.Resources.VOLUME_ATTRIBUTES_CLASSES;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.client.ResourceClient;
import io.alcove.client.controller.Result;
import io.alcove.client.informer.ChangeHandler;
import io.alcove.client.informer.Lister;
import io.alcove.client.queue.WorkQueue;
import io.alcove.controllermanager.controller.Controller;
import io.alcove.controllermanager.controller.ControllerContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Takes the finalizer off that admission put on, once the object is to go and is not used. */
public final class StorageProtection {

    private static final String CLAIMS = "persistentvolumeclaim-protection-controller";
    private static final String VOLUMES = "persistentvolume-protection-controller";
    private static final String CLASSES = "volumeattributesclass-protection-controller";

    private final Lister objects;
    private final ResourceClient client;
    private final String finalizer;
    private final Predicate<ApiObject> isUsed;

    private StorageProtection(
            ControllerContext context,
            GroupVersionResource resource,
            String finalizer,
            Predicate<ApiObject> isUsed) {
        this.objects = context.informer(resource).lister();
        this.client = context.client(resource);
        this.finalizer = finalizer;
        this.isUsed = isUsed;
    }

    public static Controller ofClaims(ControllerContext context) {
        Lister pods = context.informer(PODS).lister();
        StorageProtection protection =
                new StorageProtection(
                        context,
                        PERSISTENT_VOLUME_CLAIMS,
                        "kubernetes.io/pvc-protection",
                        claim -> ClaimUse.isUsed(claim, pods.list(claim.namespace())));
        WorkQueue<ObjectName> queue = context.queue(CLAIMS);
        context.informer(PODS)
                .handler(
                        ChangeHandler.onAny(
                                pod ->
                                        ClaimUse.claims(pod)
                                                .forEach(
                                                        name ->
                                                                queue.add(
                                                                        new ObjectName(
                                                                                pod.namespace(),
                                                                                name)))));
        return protection.start(context, PERSISTENT_VOLUME_CLAIMS, CLAIMS, queue);
    }

    public static Controller ofVolumes(ControllerContext context) {
        StorageProtection protection =
                new StorageProtection(
                        context,
                        PERSISTENT_VOLUMES,
                        "kubernetes.io/pv-protection",
                        volume -> volume.text("status", "phase").equals("Bound"));
        return protection.start(context, PERSISTENT_VOLUMES, VOLUMES, context.queue(VOLUMES));
    }

    public static Controller ofAttributesClasses(ControllerContext context) {
        Lister volumes = context.informer(PERSISTENT_VOLUMES).lister();
        Lister claims = context.informer(PERSISTENT_VOLUME_CLAIMS).lister();
        StorageProtection protection =
                new StorageProtection(
                        context,
                        VOLUME_ATTRIBUTES_CLASSES,
                        "kubernetes.io/vac-protection",
                        c -> AttributesClassUse.isUsed(c, volumes.list(), claims.list()));
        WorkQueue<ObjectName> queue = context.queue(CLASSES);
        for (GroupVersionResource user : List.of(PERSISTENT_VOLUMES, PERSISTENT_VOLUME_CLAIMS)) {
            context.informer(user)
                    .handler(
                            ChangeHandler.onAny(
                                    object ->
                                            AttributesClassUse.classes(object)
                                                    .map(ObjectName::clusterScoped)
                                                    .forEach(queue::add)));
        }
        return protection.start(context, VOLUME_ATTRIBUTES_CLASSES, CLASSES, queue);
    }

    private Controller start(
            ControllerContext context,
            GroupVersionResource resource,
            String name,
            WorkQueue<ObjectName> queue) {
        context.informer(resource)
                .handler(ChangeHandler.onAny(object -> queue.add(object.objectName())));
        return Controller.of(context.loop(name, queue, this::reconcile));
    }

    private Result reconcile(ObjectName name) {
        objects.get(name)
                .filter(ApiObject::isBeingDeleted)
                .filter(object -> object.finalizers().contains(finalizer))
                .filter(object -> !isUsed.test(object))
                .ifPresent(this::release);
        return Result.DONE;
    }

    private void release(ApiObject object) {
        ApiObject released = object.copy();
        List<String> others = new ArrayList<>(object.finalizers());
        others.remove(finalizer);
        others.forEach(released.with("metadata").putArray("finalizers")::add);
        client.update(released);
    }
}
