package io.alcove.apiserver.kinds.apps;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.PercentRules;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.List;

/** Deployments. */
public final class DeploymentValidation implements Validation {

    private static final List<String> STRATEGIES = List.of("Recreate", "RollingUpdate");

    @Override
    public void check(Inspection deployment) {
        Inspection spec = deployment.field("spec");
        spec.field("replicas").nonNegative();
        ReplicaRules.selector(spec.field("selector"), "deployment");
        ReplicaRules.template(spec);
        strategy(spec.field("strategy"));
        spec.field("minReadySeconds").nonNegative();
        spec.field("revisionHistoryLimit").nonNegative();
        deadline(spec.field("progressDeadlineSeconds"), spec.field("minReadySeconds").number());
    }

    private static void strategy(Inspection strategy) {
        Inspection rolling = strategy.field("rollingUpdate");
        switch (strategy.field("type").text()) {
            case "Recreate" -> {
                if (rolling.isPresent()) {
                    rolling.forbidden("may not be specified when strategy `type` is 'Recreate'");
                }
            }
            case "RollingUpdate" -> {
                if (rolling.isPresent()) {
                    rolling(rolling);
                } else {
                    rolling.missing("this should be defaulted and never be nil");
                }
            }
            default -> strategy.notSupportedAs("oapps.DeploymentStrategy", STRATEGIES);
        }
    }

    private static void rolling(Inspection rolling) {
        Inspection unavailable = rolling.field("maxUnavailable");
        Inspection surge = rolling.field("maxSurge");
        PercentRules.check(unavailable);
        PercentRules.check(surge);
        if (PercentRules.value(unavailable) == 0 && PercentRules.value(surge) == 0) {
            unavailable.invalidAs("i", "may not be 0 when `maxSurge` is 0");
        }
        PercentRules.atMost100(unavailable);
    }

    private static void deadline(Inspection deadline, long minReadySeconds) {
        if (!deadline.isPresent()) {
            return;
        }
        deadline.nonNegative();
        if (deadline.number() <= minReadySeconds) {
            deadline.invalid("must be greater than minReadySeconds");
        }
    }

    @Override
    public void checkUpdate(Inspection deployment, ApiObject old) {
        check(deployment);
        deployment
                .at("spec", "selector")
                .immutable(old.at("spec", "selector"), ReplicaRules.SELECTOR);
    }

    @Override
    public void checkStatus(Inspection deployment, ApiObject old) {
        Inspection status = deployment.field("status");
        ReplicaRules.nonNegative(
                status,
                List.of(
                        "observedGeneration",
                        "replicas",
                        "updatedReplicas",
                        "readyReplicas",
                        "availableReplicas",
                        "unavailableReplicas",
                        "terminatingReplicas",
                        "collisionCount"));
        ReplicaRules.atMostReplicas(
                status, List.of("updatedReplicas", "readyReplicas", "availableReplicas"));
        ReplicaRules.availableAreReady(status, "cannot be greater than readyReplicas");
        ReplicaRules.collisionsOnlyGrow(status, old.at("status"));
    }
}
