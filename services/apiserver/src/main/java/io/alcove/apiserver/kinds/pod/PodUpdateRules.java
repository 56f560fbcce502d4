package io.alcove.apiserver.kinds.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.JsonValues;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What of a pod's spec may change, and how. */
final class PodUpdateRules {

    private static final String ONLY_THESE =
            "pod updates may not change fields other than `spec.containers[*].image`,"
                    + "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,"
                    + "`spec.tolerations` (only additions to existing tolerations),"
                    + "`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)\n";

    private PodUpdateRules() {}

    static void check(Inspection spec, JsonNode old) {
        if (!sameContainers(spec.field("containers"), old)
                || !sameContainers(spec.field("initContainers"), old)) {
            return;
        }
        deadline(spec.field("activeDeadlineSeconds"), old.path("activeDeadlineSeconds"));
        tolerations(spec.field("tolerations"), old.path("tolerations"));
        gates(spec.field("schedulingGates"), old.path("schedulingGates"));
        if (JsonValues.equal(spec.node(), old)) {
            return;
        }
        ObjectNode munged = spec.node().deepCopy();
        carryOver(munged, old);
        if (!old.path("schedulingGates").isEmpty()) {
            GatedPodRules.check(spec, munged, old);
        }
        if (!JsonValues.equal(munged, old)) {
            spec.forbidden(ONLY_THESE + spec.structs().diff("core.PodSpec", old, munged));
        }
    }

    private static boolean sameContainers(Inspection containers, JsonNode oldSpec) {
        if (containers.size() != oldSpec.path(containers.name()).size()) {
            containers.forbidden("pod updates may not add or remove containers");
            return false;
        }
        containers.each(
                container -> {
                    container.field("image").required();
                    ContainerRules.untrimmedImage(container);
                });
        return true;
    }

    private static void deadline(Inspection deadline, JsonNode old) {
        if (deadline.isPresent()) {
            deadline.inRange(0, Integer.MAX_VALUE);
            if (old.isNumber() && old.asLong() < deadline.number()) {
                deadline.invalid("must be less than or equal to previous value");
            }
        } else if (old.isNumber()) {
            deadline.invalid("must not update from a positive integer to nil value");
        }
    }

    private static void tolerations(Inspection tolerations, JsonNode old) {
        for (JsonNode before : old) {
            boolean kept = false;
            for (JsonNode now : tolerations.node()) {
                kept |= isSameBesideSeconds(before, now);
            }
            if (!kept) {
                tolerations.forbidden(
                        "existing toleration can not be modified except its tolerationSeconds");
            }
        }
        TolerationRules.check(tolerations);
    }

    private static boolean isSameBesideSeconds(JsonNode a, JsonNode b) {
        return JsonValues.equal(
                ((ObjectNode) a.deepCopy()).without("tolerationSeconds"),
                ((ObjectNode) b.deepCopy()).without("tolerationSeconds"));
    }

    private static void gates(Inspection gates, JsonNode old) {
        if (gates.size() == 0) {
            return;
        }
        Map<String, Integer> added = new HashMap<>();
        gates.each(gate -> added.put(gate.field("name").text(), gate.index()));
        for (JsonNode gate : old) {
            added.remove(gate.path("name").asText(""));
        }
        added.forEach(
                (name, index) ->
                        gates.element(index)
                                .field("name")
                                .forbidden(
                                        "only deletion is allowed, but found new scheduling gate '"
                                                + name
                                                + "'"));
    }

    /** What may change takes its old value, so that the rest can be compared. */
    private static void carryOver(ObjectNode munged, JsonNode old) {
        for (String list : List.of("containers", "initContainers")) {
            for (int i = 0; i < munged.path(list).size(); i++) {
                JsonNode image = old.path(list).path(i).path("image");
                ((ObjectNode) munged.path(list).get(i)).set("image", image.deepCopy());
            }
        }
        for (String field : List.of("activeDeadlineSeconds", "schedulingGates", "tolerations")) {
            restore(munged, old, field);
        }
        String grace = "terminationGracePeriodSeconds";
        if (old.path(grace).asLong() < 0 && munged.path(grace).asLong() == 1) {
            restore(munged, old, grace);
        }
    }

    static void restore(ObjectNode munged, JsonNode old, String field) {
        if (old.has(field)) {
            munged.set(field, old.get(field).deepCopy());
        } else {
            munged.remove(field);
        }
    }
}
