package io.alcove.controllermanager.namespace;

import static io.alcove.controllermanager.controller.Resources.NAMESPACES;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.client.ResourceClient;
import io.alcove.client.controller.Result;
import io.alcove.client.informer.ChangeHandler;
import io.alcove.client.informer.Lister;
import io.alcove.client.queue.WorkQueue;
import io.alcove.controllermanager.controller.Conditions;
import io.alcove.controllermanager.controller.Controller;
import io.alcove.controllermanager.controller.ControllerContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Deletes the content of terminating namespaces, then takes its finalizer away. */
public final class NamespaceController {

    private static final String FINALIZER = "kubernetes";

    /** What is left goes by itself within its grace period, or by others' finalizers. */
    private static final Duration NEXT_ROUND = Duration.ofSeconds(2);

    private final Lister namespaces;
    private final ResourceClient client;
    private final NamespaceContent content;
    private final Clock clock;

    private NamespaceController(ControllerContext context, Catalog catalog) {
        namespaces = context.informer(NAMESPACES).lister();
        client = context.client(NAMESPACES);
        content = new NamespaceContent(context.client(), catalog);
        clock = context.clock();
    }

    public static Controller create(ControllerContext context, Catalog catalog) {
        WorkQueue<String> queue = context.queue("namespace");
        NamespaceController controller = new NamespaceController(context, catalog);
        context.informer(NAMESPACES)
                .handler(
                        ChangeHandler.onAny(
                                namespace -> {
                                    if (isTerminating(namespace)) {
                                        queue.add(namespace.name());
                                    }
                                }));
        return Controller.of(context.loop("namespace", queue, controller::reconcile));
    }

    private Result reconcile(String key) {
        ObjectName name = ObjectName.clusterScoped(key);
        if (namespaces.get(name).filter(NamespaceController::isTerminating).isEmpty()) {
            return Result.DONE;
        }
        Optional<ApiObject> namespace = client.find(name);
        if (namespace.filter(NamespaceController::isTerminating).isEmpty()) {
            return Result.DONE;
        }
        Remains remains = content.delete(key);
        ApiObject current = namespace.get();
        if (DeletionConditions.update(new Conditions(current, clock.instant()), remains)) {
            current = client.updateStatus(current);
        }
        if (!remains.isEmpty()) {
            return Result.after(NEXT_ROUND);
        }
        finish(current);
        return Result.DONE;
    }

    private void finish(ApiObject namespace) {
        List<String> others =
                namespace.textList("spec", "finalizers").stream()
                        .filter(finalizer -> !finalizer.equals(FINALIZER))
                        .toList();
        ArrayNode finalizers = namespace.with("spec").putArray("finalizers");
        others.forEach(finalizers::add);
        try {
            client.update(namespace, "finalize");
        } catch (StatusException e) {
            if (!e.is(StatusReason.NOT_FOUND)) {
                throw e;
            }
        }
    }

    private static boolean isTerminating(ApiObject namespace) {
        return namespace.isBeingDeleted()
                && namespace.textList("spec", "finalizers").contains(FINALIZER);
    }
}
