package io.alcove.syncer.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.syncer.mark.LabelTranslation;

/**
 * Where the host may run the pod. A pod that the tenant's own scheduler bound goes to that node;
 * any other is the host scheduler's to place, and a node that the tenant wrote in it is a
 * requirement to that scheduler, so that the host's taints hold.
 */
final class PodScheduling implements PodRewrite {

    private final PodAffinity affinity;
    private final LabelTranslation labels;
    private final boolean virtualScheduler;

    PodScheduling(LabelTranslation labels, boolean virtualScheduler) {
        this.affinity = new PodAffinity(labels);
        this.labels = labels;
        this.virtualScheduler = virtualScheduler;
    }

    @Override
    public void rewrite(ObjectNode spec, ApiObject virtualPod, PodSurroundings surroundings) {
        spec.remove("schedulerName");
        spec.remove("schedulingGates");
        if (virtualScheduler) {
            spec.remove("affinity");
            spec.remove("topologySpreadConstraints");
            return;
        }
        affinity.rewrite(spec, virtualPod, surroundings);
        spread(spec, virtualPod);
        String node = spec.path("nodeName").asText("");
        spec.remove("nodeName");
        if (!node.isEmpty()) {
            requireNode(spec, node);
        }
    }

    private void spread(ObjectNode spec, ApiObject virtualPod) {
        for (JsonNode constraint : spec.path("topologySpreadConstraints")) {
            if (constraint instanceof ObjectNode object && object.has("labelSelector")) {
                ObjectNode selector =
                        labels.podSelector(object.path("labelSelector"), virtualPod.namespace());
                MatchLabelKeys.fold(object, selector, virtualPod);
                object.set("labelSelector", selector);
            }
        }
        Containers.dropRepeats(
                spec, "topologySpreadConstraints", "topologyKey", "whenUnsatisfiable");
    }

    /** The terms of a node affinity are alternatives: each gets the requirement. */
    private static void requireNode(ObjectNode spec, String node) {
        var terms =
                spec.withObject("affinity")
                        .withObject("nodeAffinity")
                        .withObject("requiredDuringSchedulingIgnoredDuringExecution")
                        .withArray("nodeSelectorTerms");
        if (terms.isEmpty()) {
            terms.addObject();
        }
        for (JsonNode term : terms) {
            ((ObjectNode) term)
                    .withArray("matchFields")
                    .addObject()
                    .put("key", "metadata.name")
                    .put("operator", "In")
                    .putArray("values")
                    .add(node);
        }
    }
}
