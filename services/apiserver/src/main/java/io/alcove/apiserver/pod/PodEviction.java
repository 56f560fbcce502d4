package io.alcove.apiserver.pod;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.registry.DeleteOptions;
import io.alcove.apiserver.registry.VirtualResource;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** pods/eviction: deletes a pod where its PodDisruptionBudget allows it. */
final class PodEviction implements VirtualResource {

    private static final GroupKind KIND = new GroupKind("policy", "Eviction");
    private static final Set<String> UNGUARDED = Set.of("Succeeded", "Failed", "Pending");
    private static final Set<String> TERMINAL = Set.of("Succeeded", "Failed");

    /** Each attempt that fails means that another writer succeeded. */
    private static final int MAX_ATTEMPTS = 20;

    private final InstantSource clock;

    PodEviction(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public ApiObject create(Request request) {
        String name = request.context().info().name();
        if (!request.body().name().equals(name)) {
            throw StatusException.badRequest("name in URL does not match name in Eviction object");
        }
        refuseUnsafe(request.body(), name);
        DeleteOptions options = options(request);
        EvictedPod evicted = new EvictedPod(request, clock);
        ApiObject pod = evicted.read();
        for (int attempt = 1; isUnguarded(pod); attempt++) {
            try {
                evicted.delete(unlessChanged(pod, options));
                return Answers.success();
            } catch (StatusException e) {
                if (!isOvertaken(e, options) || attempt == MAX_ATTEMPTS) {
                    throw e;
                }
                pod = evicted.read();
            }
        }
        return evictGuarded(evicted, pod, options);
    }

    private ApiObject evictGuarded(EvictedPod evicted, ApiObject pod, DeleteOptions options) {
        DisruptionBudgets budgets = new DisruptionBudgets(evicted.registry(), clock);
        List<ApiObject> guarding = budgets.of(pod);
        if (guarding.size() > 1) {
            throw new StatusException(severalBudgets());
        }
        if (guarding.isEmpty()) {
            evicted.delete(options);
            return Answers.success();
        }
        ApiObject budget = guarding.getFirst();
        if (PodConditions.isReady(pod) || !DisruptionBudgets.allowsUnhealthy(budget)) {
            budgets.take(budget, pod.name(), options.isDryRun());
            evicted.delete(options);
        } else {
            deleteUnhealthy(evicted, pod, options, budget.name());
        }
        return Answers.success();
    }

    /** Only as long as it has not become healthy. */
    private static void deleteUnhealthy(
            EvictedPod evicted, ApiObject pod, DeleteOptions options, String budget) {
        try {
            evicted.delete(options.withResourceVersion(pod.resourceVersion()));
        } catch (StatusException e) {
            throw isOvertaken(e, options) ? BudgetRefusal.stillProcessed(budget) : e;
        }
    }

    private static boolean isOvertaken(StatusException e, DeleteOptions options) {
        return e.is(StatusReason.CONFLICT) && options.resourceVersion() == null;
    }

    private static boolean isUnguarded(ApiObject pod) {
        return pod.isBeingDeleted() || UNGUARDED.contains(pod.text("status", "phase"));
    }

    /** A pod that is not at its end may become one that a budget guards. */
    private static DeleteOptions unlessChanged(ApiObject pod, DeleteOptions options) {
        boolean over = pod.isBeingDeleted() || TERMINAL.contains(pod.text("status", "phase"));
        return over || options.resourceVersion() != null
                ? options
                : options.withResourceVersion(pod.resourceVersion());
    }

    private static DeleteOptions options(Request request) {
        DeleteOptions options = DeleteOptions.of(request.body().at("deleteOptions"));
        List<String> asked = request.dryRun() ? List.of("All") : List.of();
        if (options.dryRun().isEmpty() || asked.isEmpty() || options.dryRun().equals(asked)) {
            return options.dryRun().isEmpty() ? options.withDryRun(asked) : options;
        }
        throw new StatusException(
                Status.of(
                        StatusReason.UNKNOWN,
                        "Non-matching dry-run options in request and content: [All] and [%s]"
                                .formatted(String.join(" ", options.dryRun()))));
    }

    private static void refuseUnsafe(ApiObject eviction, String name) {
        String field = "ignoreStoreReadErrorWithClusterBreakingPotential";
        if (eviction.at("deleteOptions", field).asBoolean()) {
            throw StatusException.invalid(
                    KIND,
                    name,
                    List.of(
                            StatusCause.invalid(
                                    "deleteOptions." + field,
                                    true,
                                    "can not be set for pod eviction, try after removing the option")));
        }
    }

    private static Status severalBudgets() {
        return Status.of(
                StatusReason.UNKNOWN,
                "This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.");
    }
}
