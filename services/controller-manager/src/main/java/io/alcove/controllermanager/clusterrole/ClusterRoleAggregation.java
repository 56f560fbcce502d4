package io.alcove.controllermanager.clusterrole;

import static io.alcove.controllermanager.controller.Resources.CLUSTER_ROLE;
import static io.alcove.controllermanager.controller.Resources.CLUSTER_ROLES;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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

/** Keeps the rules of aggregated cluster roles at what the roles that they select hold. */
public final class ClusterRoleAggregation {

    private static final String NAME = "clusterrole-aggregation-controller";

    private final Lister roles;
    private final ResourceClient client;

    private ClusterRoleAggregation(ControllerContext context) {
        this.roles = context.informer(CLUSTER_ROLES).lister();
        this.client = context.client(CLUSTER_ROLES);
    }

    public static Controller create(ControllerContext context) {
        WorkQueue<String> queue = context.queue(NAME);
        ClusterRoleAggregation aggregation = new ClusterRoleAggregation(context);
        context.informer(CLUSTER_ROLES)
                .handler(
                        ChangeHandler.onAny(
                                _ ->
                                        aggregation.roles.list().stream()
                                                .filter(AggregatedRules::aggregates)
                                                .forEach(role -> queue.add(role.name()))));
        return Controller.of(context.loop(NAME, queue, aggregation::reconcile));
    }

    private Result reconcile(String name) {
        roles.get(ObjectName.clusterScoped(name))
                .filter(AggregatedRules::aggregates)
                .ifPresent(this::gather);
        return Result.DONE;
    }

    private void gather(ApiObject role) {
        List<JsonNode> rules = AggregatedRules.of(role, roles.list());
        if (!rules.equals(role.elements("rules"))) {
            ApiObject applied = ApiObject.of(CLUSTER_ROLE, role.objectName());
            ArrayNode list = applied.node().putArray("rules");
            rules.forEach(list::add);
            client.apply(applied, "", true);
        }
    }
}
