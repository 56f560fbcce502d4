package io.alcove.apiserver.kinds.apps;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.selector.LabelSelector;
import io.alcove.apiserver.kinds.pod.PodTemplateRules;
import io.alcove.apiserver.kinds.pod.SelectedTemplate;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.LabelRules;
import java.util.List;
import java.util.Optional;

/** What the controllers of replicas have in common. */
final class ReplicaRules {

    static final String SELECTOR = "*ov1.LabelSelector";
    private static final String OVER_REPLICAS = "cannot be greater than status.replicas";

    private ReplicaRules() {}

    /** The selector of a new object: there, readable and not of everything. */
    static void selector(Inspection selector, String kind) {
        if (!selector.isPresent()) {
            selector.missing();
            return;
        }
        LabelRules.selector(selector);
        if (LabelRules.selectsEverything(selector.node())) {
            selector.invalidAs(SELECTOR, "empty selector is invalid for " + kind);
        }
    }

    /** The template of a Deployment or a ReplicaSet. */
    static void template(Inspection spec) {
        Inspection selector = spec.field("selector");
        Optional<LabelSelector> parsed = SelectedTemplate.selector(selector.node());
        if (parsed.isEmpty()) {
            selector.invalidAs(SELECTOR, "invalid label selector");
            return;
        }
        Inspection template = spec.field("template");
        if (!parsed.get().isEverything()) {
            SelectedTemplate.matches(template, parsed.get());
        }
        PodTemplateRules.check(template);
        SelectedTemplate.runsForEver(template, "ReplicaSet");
    }

    static void nonNegative(Inspection status, List<String> fields) {
        for (String field : fields) {
            status.field(field).nonNegative();
        }
    }

    static void atMostReplicas(Inspection status, List<String> fields) {
        for (String field : fields) {
            Inspection count = status.field(field);
            if (count.number() > status.field("replicas").number()) {
                count.invalid(OVER_REPLICAS);
            }
        }
    }

    static void availableAreReady(Inspection status, String detail) {
        Inspection available = status.field("availableReplicas");
        if (available.number() > status.field("readyReplicas").number()) {
            available.invalid(detail);
        }
    }

    static void collisionsOnlyGrow(Inspection status, JsonNode oldStatus) {
        Inspection count = status.field("collisionCount");
        JsonNode old = oldStatus.path("collisionCount");
        if (old.isNumber() && (!count.isPresent() || count.number() < old.asLong())) {
            count.invalid(count.numberValue(), "cannot be decremented");
        }
    }
}
