package io.alcove.controllermanager.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;

/** One ReplicaSet of a Deployment. */
record Revision(ApiObject replicaSet) {

    static final String NUMBER = "deployment.kubernetes.io/revision";
    static final String HISTORY = "deployment.kubernetes.io/revision-history";
    static final String DESIRED = "deployment.kubernetes.io/desired-replicas";
    static final String MAX = "deployment.kubernetes.io/max-replicas";

    static final Comparator<Revision> OLDEST_FIRST =
            Comparator.comparing((Revision r) -> r.replicaSet.text("metadata", "creationTimestamp"))
                    .thenComparing(Revision::name);

    String name() {
        return replicaSet.name();
    }

    int replicas() {
        return replicaSet.at("spec", "replicas").asInt(1);
    }

    int actual() {
        return status("replicas");
    }

    int ready() {
        return status("readyReplicas");
    }

    int available() {
        return status("availableReplicas");
    }

    int terminating() {
        return status("terminatingReplicas");
    }

    boolean isActive() {
        return replicas() > 0;
    }

    long number() {
        return AnnotatedNumber.parse(replicaSet.annotation(NUMBER).orElse("")).orElse(0);
    }

    OptionalInt desired() {
        return AnnotatedNumber.parse(replicaSet.annotation(DESIRED).orElse(""));
    }

    int maxReplicas() {
        return AnnotatedNumber.parse(replicaSet.annotation(MAX).orElse("")).orElse(0);
    }

    /** The ReplicaSet with another size, and the annotations that remember why. */
    ApiObject scaled(int replicas, RolloutSpec spec) {
        ApiObject copy = replicaSet.copy();
        copy.with("spec").put("replicas", replicas);
        annotateSize(copy, spec);
        return copy;
    }

    static void annotateSize(ApiObject replicaSet, RolloutSpec spec) {
        ObjectNode annotations = replicaSet.with("metadata", "annotations");
        annotations.put(DESIRED, Integer.toString(spec.replicas()));
        annotations.put(MAX, Integer.toString(spec.replicas() + spec.maxSurge()));
    }

    static int sum(List<Revision> revisions, ToIntFunction<Revision> of) {
        return revisions.stream().mapToInt(of).sum();
    }

    private int status(String field) {
        return replicaSet.at("status", field).asInt();
    }
}
