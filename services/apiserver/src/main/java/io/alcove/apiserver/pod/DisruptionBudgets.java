package io.alcove.apiserver.pod;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.selector.InvalidSelectorException;
import io.alcove.apimachinery.selector.LabelSelector;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.registry.ListOptions;
import io.alcove.apiserver.registry.Registry;
import io.alcove.apiserver.registry.RequestBody;
import io.alcove.apiserver.registry.WriteOptions;
import io.alcove.apiserver.request.RequestContext;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import java.time.InstantSource;
import java.util.List;

/** The PodDisruptionBudgets, which the server itself reads and writes, whoever evicts. */
final class DisruptionBudgets {

    private static final String RESOURCE = "poddisruptionbudgets";

    /** Each attempt that fails means that another writer succeeded. */
    private static final int MAX_ATTEMPTS = 20;

    private final Registry registry;
    private final InstantSource clock;

    DisruptionBudgets(Registry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
    }

    List<ApiObject> of(ApiObject pod) {
        ObjectName all = new ObjectName(pod.namespace(), "");
        return registry.list(context("list", "", all), ListOptions.DEFAULT).items().stream()
                .map(item -> ApiObject.parse(item.json()))
                .filter(budget -> selects(budget, pod))
                .toList();
    }

    /** Whether a pod that is not ready may go without a disruption being counted. */
    static boolean allowsUnhealthy(ApiObject budget) {
        if (budget.text("spec", "unhealthyPodEvictionPolicy").equals("AlwaysAllow")) {
            return true;
        }
        long desired = budget.at("status", "desiredHealthy").asLong();
        return desired > 0 && budget.at("status", "currentHealthy").asLong() >= desired;
    }

    /**
     * Counts a disruption for the pod.
     *
     * @throws StatusException 429 where the budget has none left
     */
    void take(ApiObject budget, String podName, boolean dryRun) {
        ApiObject present = budget;
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            ApiObject less = BudgetDecrement.of(present, podName, clock.instant());
            if (dryRun || write(less)) {
                return;
            }
            RequestContext get = context("get", "", budget.objectName());
            present = ApiObject.parse(registry.get(get, "").json());
        }
        throw BudgetRefusal.overtaken(budget.name());
    }

    /** False where the budget was changed meanwhile. */
    private boolean write(ApiObject budget) {
        try {
            registry.update(
                    context("update", "status", budget.objectName()),
                    RequestBody.json(budget.toBytes()),
                    WriteOptions.DEFAULT);
            return true;
        } catch (StatusException e) {
            if (e.is(StatusReason.CONFLICT)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean selects(ApiObject budget, ApiObject pod) {
        try {
            return LabelSelector.of(budget.at("spec", "selector")).matches(pod.labels());
        } catch (InvalidSelectorException _) {
            return false;
        }
    }

    private static RequestContext context(String verb, String subresource, ObjectName name) {
        RequestInfo info =
                new RequestInfo(
                        verb,
                        "/eviction",
                        "policy",
                        "v1",
                        RESOURCE,
                        subresource,
                        name.namespace(),
                        name.name());
        return new RequestContext(UserInfo.apiServer(), info, "kube-apiserver", _ -> {});
    }
}
