package io.alcove.controllermanager.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the current ReplicaSet says of its Deployment, and of when it was current before. */
final class RevisionAnnotations {

    private static final int MAX_HISTORY_CHARACTERS = 2000;
    private static final Set<String> NOT_COPIED =
            Set.of(
                    "kubectl.kubernetes.io/last-applied-configuration",
                    Revision.NUMBER,
                    Revision.HISTORY,
                    Revision.DESIRED,
                    Revision.MAX,
                    "deprecated.deployment.rollback.to");

    private RevisionAnnotations() {}

    /** The next number after all old ones. */
    static long next(List<Revision> old) {
        return old.stream().mapToLong(Revision::number).max().orElse(0) + 1;
    }

    /** The current ReplicaSet as it should be, where it is not. */
    static Optional<ApiObject> repaired(ApiObject deployment, Revision current, long number) {
        ApiObject copy = current.replicaSet().copy();
        annotate(deployment, copy, number);
        int minReady = deployment.at("spec", "minReadySeconds").asInt();
        if (copy.at("spec", "minReadySeconds").asInt() != minReady) {
            copy.with("spec").put("minReadySeconds", minReady);
        }
        boolean same =
                copy.annotations().equals(current.replicaSet().annotations())
                        && copy.at("spec").equals(current.replicaSet().at("spec"));
        return same ? Optional.empty() : Optional.of(copy);
    }

    static void annotate(ApiObject deployment, ApiObject replicaSet, long number) {
        ObjectNode annotations = replicaSet.with("metadata", "annotations");
        deployment
                .annotations()
                .forEach(
                        (key, value) -> {
                            if (!NOT_COPIED.contains(key)) {
                                annotations.put(key, value);
                            }
                        });
        Optional<String> before = replicaSet.annotation(Revision.NUMBER);
        long numberBefore = new Revision(replicaSet).number();
        if (numberBefore >= number) {
            return;
        }
        annotations.put(Revision.NUMBER, Long.toString(number));
        before.ifPresent(n -> remember(annotations, replicaSet.annotation(Revision.HISTORY), n));
    }

    private static void remember(ObjectNode annotations, Optional<String> history, String number) {
        List<String> numbers = new ArrayList<>();
        history.filter(h -> !h.isEmpty()).ifPresent(h -> numbers.addAll(List.of(h.split(","))));
        numbers.add(number);
        while (String.join(",", numbers).length() > MAX_HISTORY_CHARACTERS) {
            numbers.removeFirst();
        }
        annotations.put(Revision.HISTORY, String.join(",", numbers));
    }
}
