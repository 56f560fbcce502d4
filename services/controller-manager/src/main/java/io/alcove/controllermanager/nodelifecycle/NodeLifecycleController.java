package io.alcove.controllermanager.nodelifecycle;

import static io.alcove.controllermanager.controller.Resources.NODES;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.client.ResourceClient;
import io.alcove.client.controller.Result;
import io.alcove.client.informer.ChangeHandler;
import io.alcove.client.informer.Lister;
import io.alcove.client.queue.WorkQueue;
import io.alcove.controllermanager.controller.Controller;
import io.alcove.controllermanager.controller.ControllerContext;
import java.util.List;

/**
 * Taints nodes by their conditions, and takes the taint off with which a node begins. Upstream's
 * controller also notices nodes that report no more, and evicts their pods: not there yet.
 */
public final class NodeLifecycleController {

    private static final String NAME = "node-lifecycle-controller";

    private final Lister nodes;
    private final ResourceClient client;

    private NodeLifecycleController(ControllerContext context) {
        nodes = context.informer(NODES).lister();
        client = context.client(NODES);
    }

    public static Controller create(ControllerContext context) {
        WorkQueue<String> queue = context.queue(NAME);
        NodeLifecycleController controller = new NodeLifecycleController(context);
        context.informer(NODES).handler(ChangeHandler.onAny(node -> queue.add(node.name())));
        return Controller.of(context.loop(NAME, queue, controller::reconcile));
    }

    private Result reconcile(String name) {
        nodes.get(ObjectName.clusterScoped(name)).ifPresent(this::taint);
        return Result.DONE;
    }

    private void taint(ApiObject node) {
        List<JsonNode> taints = ConditionTaints.of(node);
        if (!taints.equals(node.elements("spec", "taints"))) {
            ApiObject changed = node.copy();
            changed.with("spec").putArray("taints").addAll(taints);
            client.update(changed);
        }
    }
}
