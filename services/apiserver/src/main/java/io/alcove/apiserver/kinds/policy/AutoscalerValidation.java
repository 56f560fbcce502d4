package io.alcove.apiserver.kinds.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Quantities;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.List;

/** HorizontalPodAutoscalers, in the version that they are stored in. */
public final class AutoscalerValidation implements Validation {

    private static final List<String> SELECT = List.of("Disabled", "Max", "Min");
    private static final List<String> POLICIES = List.of("Percent", "Pods");
    private static final int MAX_PERIOD = 1800;
    private static final int MAX_WINDOW = 3600;

    @Override
    public void check(Inspection autoscaler) {
        Inspection spec = autoscaler.field("spec");
        check(spec, 1, true);
    }

    private static void check(Inspection spec, int least, boolean targetChanged) {
        Inspection min = spec.field("minReplicas");
        Inspection max = spec.field("maxReplicas");
        if (min.isPresent() && min.number() < least) {
            min.invalid("must be greater than or equal to " + least);
        }
        if (max.number() == 0) {
            max.missing("must be set and greater than 0");
        } else if (max.number() < 0) {
            max.invalid("must be greater than or equal to 1");
        }
        if (min.isPresent() && max.number() < min.number()) {
            max.invalid(max.numberValue(), "must be greater than or equal to `minReplicas`");
        }
        target(spec.field("scaleTargetRef"), targetChanged);
        metrics(spec, min);
        rules(spec.at("behavior", "scaleUp"));
        rules(spec.at("behavior", "scaleDown"));
    }

    private static void target(Inspection target, boolean changed) {
        reference(target);
        if (changed) {
            boolean anyGroup = target.field("kind").is("ReplicationController");
            version(target.field("apiVersion"), anyGroup);
        }
    }

    static void reference(Inspection reference) {
        reference.field("kind").requiredAs(Names::pathSegment);
        reference.field("name").requiredAs(Names::pathSegment);
    }

    static void version(Inspection version, boolean anyGroup) {
        String text = version.text();
        int slash = text.indexOf('/');
        if (slash >= 0 && text.indexOf('/', slash + 1) >= 0) {
            version.invalid("unexpected GroupVersion string: " + text);
        } else if (!anyGroup && slash <= 0) {
            version.invalid(text, "apiVersion must specify API group");
        }
    }

    private static void metrics(Inspection spec, Inspection min) {
        Inspection metrics = spec.field("metrics");
        metrics.each(MetricRules::check);
        if (min.isPresent() && min.number() == 0 && !measuresOutside(metrics.node())) {
            metrics.forbidden(
                    "must specify at least one Object or External metric to support scaling to zero replicas");
        }
    }

    private static boolean measuresOutside(JsonNode metrics) {
        for (JsonNode metric : metrics) {
            String type = metric.path("type").asText("");
            if (type.equals("Object") || type.equals("External")) {
                return true;
            }
        }
        return false;
    }

    private static void rules(Inspection rules) {
        if (!rules.isPresent()) {
            return;
        }
        Inspection window = rules.field("stabilizationWindowSeconds");
        if (window.number() < 0) {
            window.invalid("must be greater than or equal to zero");
        }
        if (window.number() > MAX_WINDOW) {
            window.invalid("must be less than or equal to " + MAX_WINDOW);
        }
        rules.field("selectPolicy").oneOf(SELECT);
        Inspection policies = rules.field("policies");
        policies.required("must specify at least one Policy");
        policies.each(AutoscalerValidation::policy);
        if (rules.field("tolerance").isPresent()) {
            Quantities.nonNegative(rules.field("tolerance"));
        }
    }

    private static void policy(Inspection policy) {
        policy.field("type").supports(POLICIES);
        policy.field("value").positive();
        policy.field("periodSeconds").positive();
        if (policy.field("periodSeconds").number() > MAX_PERIOD) {
            policy.field("periodSeconds").invalid("must be less than or equal to " + MAX_PERIOD);
        }
    }

    @Override
    public void checkUpdate(Inspection autoscaler, ApiObject old) {
        JsonNode min = old.at("spec", "minReplicas");
        int least = min.isNumber() && min.asLong() == 0 ? 0 : 1;
        Inspection target = autoscaler.at("spec", "scaleTargetRef");
        boolean same =
                target.field("apiVersion").isSame(old.at("spec", "scaleTargetRef", "apiVersion"))
                        && target.field("kind").isSame(old.at("spec", "scaleTargetRef", "kind"));
        check(autoscaler.field("spec"), least, !same);
    }

    @Override
    public void checkStatus(Inspection autoscaler, ApiObject old) {
        autoscaler.at("status", "currentReplicas").nonNegative();
        autoscaler.at("status", "desiredReplicas").nonNegative();
    }
}
