package io.alcove.apiserver.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import java.util.List;

/** Why a budget lets no pod go, in upstream's words. */
final class BudgetRefusal {

    private static final GroupResource RESOURCE =
            new GroupResource("policy", "poddisruptionbudget");
    private static final int RETRY_AFTER_SECONDS = 10;

    private BudgetRefusal() {}

    static void check(ApiObject budget, int maxDisrupted) {
        if (budget.at("status", "observedGeneration").asLong() < budget.generation()) {
            throw stillProcessed(budget.name());
        }
        long allowed = budget.at("status", "disruptionsAllowed").asLong();
        if (allowed < 0) {
            throw StatusException.forbidden(
                    RESOURCE, budget.name(), "pdb disruptions allowed is negative");
        }
        if (budget.at("status", "disruptedPods").size() > maxDisrupted) {
            throw StatusException.forbidden(
                    RESOURCE,
                    budget.name(),
                    "DisruptedPods map too big - too many evictions not confirmed by PDB controller");
        }
        if (allowed == 0) {
            throw tooMany(exhausted(budget), 0);
        }
    }

    static StatusException stillProcessed(String budget) {
        return tooMany(
                "The disruption budget %s is still being processed by the server."
                        .formatted(budget),
                RETRY_AFTER_SECONDS);
    }

    static StatusException overtaken(String budget) {
        return refusal(
                StatusReason.TIMEOUT,
                "Timeout: couldn't update PodDisruptionBudget \"%s\" due to conflicts"
                        .formatted(budget),
                List.of(),
                RETRY_AFTER_SECONDS);
    }

    private static String exhausted(ApiObject budget) {
        JsonNode condition = BudgetDecrement.condition(budget);
        String message = condition.path("message").asText("");
        String reason = condition.path("reason").asText("");
        boolean explained = condition.path("status").asText().equals("False") && !message.isEmpty();
        long desired = budget.at("status", "desiredHealthy").asLong();
        long current = budget.at("status", "currentHealthy").asLong();
        String start = "The disruption budget " + budget.name() + " ";
        if (explained && reason.equals("SyncFailed")) {
            return start
                    + "does not allow evicting pods currently because it failed sync: "
                    + message;
        }
        if (current <= desired) {
            return start + "needs " + desired + " healthy pods and has " + current + " currently";
        }
        return start
                + "does not allow evicting pods currently"
                + (explained ? " (" + reason + "): " + message : "");
    }

    private static StatusException tooMany(String cause, int retryAfterSeconds) {
        return refusal(
                StatusReason.TOO_MANY_REQUESTS,
                "Cannot evict pod as it would violate the pod's disruption budget.",
                List.of(new StatusCause("DisruptionBudget", cause, "")),
                retryAfterSeconds);
    }

    private static StatusException refusal(
            StatusReason reason, String message, List<StatusCause> causes, int retryAfterSeconds) {
        return new StatusException(
                new Status(
                        reason.code(),
                        reason.word(),
                        message,
                        new Status.Details("", "", "", "", causes, retryAfterSeconds)));
    }
}
