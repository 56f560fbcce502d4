package io.alcove.apiserver.kinds.apps;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.List;

/** ReplicaSets. */
public final class ReplicaSetValidation implements Validation {

    @Override
    public void check(Inspection replicaSet) {
        Inspection spec = replicaSet.field("spec");
        spec.field("replicas").nonNegative();
        spec.field("minReadySeconds").nonNegative();
        // upstream says deployment here too
        ReplicaRules.selector(spec.field("selector"), "deployment");
        ReplicaRules.template(spec);
    }

    @Override
    public void checkUpdate(Inspection replicaSet, ApiObject old) {
        check(replicaSet);
        replicaSet
                .at("spec", "selector")
                .immutable(old.at("spec", "selector"), ReplicaRules.SELECTOR);
    }

    @Override
    public void checkStatus(Inspection replicaSet, ApiObject old) {
        Inspection status = replicaSet.field("status");
        ReplicaRules.nonNegative(
                status,
                List.of(
                        "replicas",
                        "fullyLabeledReplicas",
                        "readyReplicas",
                        "availableReplicas",
                        "observedGeneration",
                        "terminatingReplicas"));
        ReplicaRules.atMostReplicas(
                status, List.of("fullyLabeledReplicas", "readyReplicas", "availableReplicas"));
        ReplicaRules.availableAreReady(status, "cannot be greater than readyReplicas");
    }
}
