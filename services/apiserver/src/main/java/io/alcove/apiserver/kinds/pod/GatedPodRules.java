package io.alcove.apiserver.kinds.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.JsonValues;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.Map;

/**
 * A pod that is not yet up for scheduling may still be told where to go, more and more strictly.
 */
final class GatedPodRules {

    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String TERMS = "nodeSelectorTerms";

    private GatedPodRules() {}

    static void check(Inspection spec, ObjectNode munged, JsonNode old) {
        if (!JsonValues.equal(munged.path("nodeSelector"), old.path("nodeSelector"))) {
            nodeSelector(spec.field("nodeSelector"), old.path("nodeSelector"));
            PodUpdateRules.restore(munged, old, "nodeSelector");
        }
        JsonNode before = old.path("affinity").path("nodeAffinity");
        JsonNode now = munged.path("affinity").path("nodeAffinity");
        if (!JsonValues.equal(before, now)) {
            affinity(spec.at("affinity", "nodeAffinity"), before);
            restoreAffinity(munged, old, before);
        }
    }

    private static void nodeSelector(Inspection selector, JsonNode old) {
        for (Map.Entry<String, JsonNode> label : old.properties()) {
            if (!label.getValue().equals(selector.node().path(label.getKey()))) {
                selector.invalid(
                        "only additions to spec.nodeSelector are allowed (no mutations or deletions)");
            }
        }
    }

    private static void affinity(Inspection affinity, JsonNode old) {
        JsonNode before = old.path(REQUIRED).path(TERMS);
        if (!old.path(REQUIRED).isObject()) {
            return;
        }
        Inspection terms = affinity.at(REQUIRED, TERMS);
        if (!before.isEmpty() && before.size() != terms.size()) {
            terms.invalid(
                    terms.structs().list("core.NodeSelectorTerm", terms.node()),
                    "no additions/deletions to non-empty NodeSelectorTerms list are allowed");
            return;
        }
        for (int i = 0; i < before.size(); i++) {
            if (!onlyAdds(terms.node().path(i), before.get(i))) {
                terms.element(i)
                        .invalid(
                                terms.structs().of("core.NodeSelectorTerm", terms.node().path(i)),
                                "only additions are allowed (no mutations or deletions)");
            }
        }
    }

    private static boolean onlyAdds(JsonNode term, JsonNode old) {
        boolean wasEmpty =
                old.path("matchExpressions").isEmpty() && old.path("matchFields").isEmpty();
        boolean isEmpty =
                term.path("matchExpressions").isEmpty() && term.path("matchFields").isEmpty();
        return (!wasEmpty || isEmpty)
                && startsWith(term.path("matchExpressions"), old.path("matchExpressions"))
                && startsWith(term.path("matchFields"), old.path("matchFields"));
    }

    private static boolean startsWith(JsonNode list, JsonNode start) {
        for (int i = 0; i < start.size(); i++) {
            if (!JsonValues.equal(list.path(i), start.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static void restoreAffinity(ObjectNode munged, JsonNode old, JsonNode before) {
        boolean had = before.isObject();
        if (!munged.path("affinity").isObject()) {
            if (had) {
                munged.putObject("affinity").set("nodeAffinity", before.deepCopy());
            }
            return;
        }
        ObjectNode affinity = (ObjectNode) munged.get("affinity");
        boolean others = affinity.has("podAffinity") || affinity.has("podAntiAffinity");
        if (!old.path("affinity").isObject() && !others) {
            munged.remove("affinity");
        } else if (had) {
            affinity.set("nodeAffinity", before.deepCopy());
        } else {
            affinity.remove("nodeAffinity");
        }
    }
}
