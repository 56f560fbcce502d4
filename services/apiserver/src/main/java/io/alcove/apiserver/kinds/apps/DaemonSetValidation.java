package io.alcove.apiserver.kinds.apps;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.pod.PodTemplateRules;
import io.alcove.apiserver.kinds.pod.SelectedTemplate;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.LabelRules;
import io.alcove.apiserver.kinds.validation.PercentRules;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.List;

/** DaemonSets. */
public final class DaemonSetValidation implements Validation {

    private static final List<String> STRATEGIES = List.of("RollingUpdate", "OnDelete");

    @Override
    public void check(Inspection daemonSet) {
        Inspection spec = daemonSet.field("spec");
        Inspection selector = spec.field("selector");
        Inspection template = spec.field("template");
        LabelRules.selector(selector);
        SelectedTemplate.selector(selector.node())
                .ifPresent(parsed -> SelectedTemplate.matches(template, parsed));
        if (selector.isPresent() && LabelRules.selectsEverything(selector.node())) {
            selector.invalidAs(ReplicaRules.SELECTOR, "empty selector is invalid for daemonset");
        }
        PodTemplateRules.check(template);
        SelectedTemplate.runsForEver(template, "DaemonSet");
        spec.field("minReadySeconds").nonNegative();
        strategy(spec.field("updateStrategy"));
        spec.field("revisionHistoryLimit").nonNegative();
    }

    private static void strategy(Inspection strategy) {
        switch (strategy.field("type").text()) {
            case "OnDelete" -> {}
            case "RollingUpdate" -> {
                if (strategy.field("rollingUpdate").isPresent()) {
                    rolling(strategy.field("rollingUpdate"));
                } else {
                    strategy.field("rollingUpdate").missing();
                }
            }
            default -> strategy.notSupportedAs("oapps.DaemonSetUpdateStrategy", STRATEGIES);
        }
    }

    private static void rolling(Inspection rolling) {
        Inspection unavailable = rolling.field("maxUnavailable");
        Inspection surge = rolling.field("maxSurge");
        PercentRules.check(unavailable);
        PercentRules.check(surge);
        PercentRules.atMost100(unavailable);
        PercentRules.atMost100(surge);
        boolean hasUnavailable = PercentRules.value(unavailable) != 0;
        boolean hasSurge = PercentRules.value(surge) != 0;
        if (hasUnavailable && hasSurge) {
            surge.invalid("may not be set when maxUnavailable is non-zero");
        } else if (!hasUnavailable && !hasSurge) {
            unavailable.missing("cannot be 0 when maxSurge is 0");
        }
    }

    @Override
    public void checkUpdate(Inspection daemonSet, ApiObject old) {
        daemonSet
                .at("spec", "selector")
                .immutable(old.at("spec", "selector"), ReplicaRules.SELECTOR);
        check(daemonSet);
    }

    @Override
    public void checkStatus(Inspection daemonSet, ApiObject old) {
        Inspection status = daemonSet.field("status");
        ReplicaRules.nonNegative(
                status,
                List.of(
                        "currentNumberScheduled",
                        "numberMisscheduled",
                        "desiredNumberScheduled",
                        "numberReady",
                        "observedGeneration",
                        "updatedNumberScheduled",
                        "numberAvailable",
                        "numberUnavailable",
                        "collisionCount"));
        ReplicaRules.collisionsOnlyGrow(status, old.at("status"));
    }
}
