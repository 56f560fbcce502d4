package io.alcove.apiserver.kinds.apps;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.selector.LabelSelector;
import io.alcove.apiserver.kinds.pod.PodTemplateRules;
import io.alcove.apiserver.kinds.pod.SelectedTemplate;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** ReplicationControllers. */
public final class ReplicationControllerValidation implements Validation {

    @Override
    public void check(Inspection controller) {
        Inspection spec = controller.field("spec");
        spec.field("minReadySeconds").nonNegative();
        Inspection selector = spec.field("selector");
        selector.required();
        spec.field("replicas").nonNegative();
        Inspection template = spec.field("template");
        if (!template.isPresent()) {
            template.missing();
            return;
        }
        if (selector.size() > 0) {
            SelectedTemplate.matches(template, LabelSelector.of(labels(selector)));
        }
        PodTemplateRules.check(template);
        SelectedTemplate.runsForEver(template, "ReplicationController");
    }

    private static Map<String, String> labels(Inspection selector) {
        Map<String, String> labels = new HashMap<>();
        selector.node().properties().forEach(e -> labels.put(e.getKey(), e.getValue().asText("")));
        return labels;
    }

    @Override
    public void checkStatus(Inspection controller, ApiObject old) {
        Inspection status = controller.field("status");
        ReplicaRules.nonNegative(
                status,
                List.of(
                        "replicas",
                        "fullyLabeledReplicas",
                        "readyReplicas",
                        "availableReplicas",
                        "observedGeneration"));
        ReplicaRules.atMostReplicas(
                status, List.of("fullyLabeledReplicas", "readyReplicas", "availableReplicas"));
        ReplicaRules.availableAreReady(status, "cannot be greater than readyReplicas");
    }
}
