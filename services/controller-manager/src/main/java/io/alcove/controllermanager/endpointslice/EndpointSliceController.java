package io.alcove.controllermanager.endpointslice;

import static io.alcove.controllermanager.controller.Resources.ENDPOINT_SLICES;
import static io.alcove.controllermanager.controller.Resources.NODES;
import static io.alcove.controllermanager.controller.Resources.PODS;
import static io.alcove.controllermanager.controller.Resources.SERVICES;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.selector.LabelSelector;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.client.DeleteOptions;
import io.alcove.client.ResourceClient;
import io.alcove.client.controller.Expectations;
import io.alcove.client.controller.Result;
import io.alcove.client.informer.ChangeHandler;
import io.alcove.client.informer.Index;
import io.alcove.client.informer.Lister;
import io.alcove.client.queue.WorkQueue;
import io.alcove.controllermanager.controller.Controller;
import io.alcove.controllermanager.controller.ControllerContext;
import io.alcove.controllermanager.controller.NamespaceEnd;
import java.util.List;
import java.util.Optional;

/** Keeps the slices of every Service that selects pods. */
public final class EndpointSliceController {

    private final Lister services;
    private final Lister pods;
    private final Lister nodes;
    private final Index slicesByService;
    private final ResourceClient client;
    private final Expectations<ObjectName> expectations;

    private EndpointSliceController(ControllerContext context) {
        services = context.informer(SERVICES).lister();
        pods = context.informer(PODS).lister();
        nodes = context.informer(NODES).lister();
        slicesByService =
                context.informer(ENDPOINT_SLICES)
                        .index(slice -> List.of(serviceOf(slice).toString()));
        client = context.client(ENDPOINT_SLICES);
        expectations = new Expectations<>(context.clock());
    }

    public static Controller create(ControllerContext context) {
        String name = "endpointslice-controller";
        WorkQueue<ObjectName> queue = context.queue(name);
        EndpointSliceController controller = new EndpointSliceController(context);
        context.informer(SERVICES).handler(ChangeHandler.onAny(s -> queue.add(s.objectName())));
        context.informer(PODS).handler(new PodChanges(controller.services, queue));
        context.informer(ENDPOINT_SLICES).handler(new SliceChanges(queue, controller.expectations));
        return Controller.of(context.loop(name, queue, controller::reconcile));
    }

    static ObjectName serviceOf(ApiObject slice) {
        return new ObjectName(slice.namespace(), slice.label(SliceObject.SERVICE_NAME).orElse(""));
    }

    private Result reconcile(ObjectName name) {
        Optional<ApiObject> found = services.get(name);
        if (found.isEmpty()) {
            expectations.forget(name);
            return Result.DONE;
        }
        ApiObject service = found.get();
        boolean selects =
                !service.at("spec", "selector").isEmpty()
                        && !service.text("spec", "type").equals("ExternalName");
        // its own slices on their way wake it again
        if (selects && !service.isBeingDeleted() && expectations.satisfied(name)) {
            carryOut(name, plan(service));
        }
        return Result.DONE;
    }

    private SlicePlan plan(ApiObject service) {
        LabelSelector selector = LabelSelector.of(service.textMap("spec", "selector"));
        List<ApiObject> selected =
                pods.list(service.namespace()).stream()
                        .filter(pod -> selector.matches(pod.labels()))
                        .toList();
        List<ApiObject> existing =
                slicesByService.get(service.objectName().toString()).stream()
                        .filter(SliceObject::isManaged)
                        .filter(slice -> !slice.isBeingDeleted())
                        .toList();
        return SlicePlan.of(service, Backends.of(service, selected, this::zone), existing);
    }

    private Optional<String> zone(String node) {
        return nodes.get(ObjectName.clusterScoped(node))
                .flatMap(n -> n.label("topology.kubernetes.io/zone"));
    }

    private void carryOut(ObjectName service, SlicePlan plan) {
        plan.updates().forEach(client::update);
        plan.creations().forEach(slice -> create(service, slice));
        plan.deletions().forEach(this::delete);
    }

    private void create(ObjectName service, ApiObject slice) {
        expectations.expectCreations(service, 1);
        try {
            client.create(slice);
        } catch (StatusException e) {
            expectations.creationObserved(service);
            if (!NamespaceEnd.isReason(e)) {
                throw e;
            }
        }
    }

    private void delete(ApiObject slice) {
        try {
            client.delete(slice.objectName(), DeleteOptions.DEFAULT.onlyUid(slice.uid()));
        } catch (StatusException e) {
            if (!e.is(StatusReason.NOT_FOUND)) {
                throw e;
            }
        }
    }
}
