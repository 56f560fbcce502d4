package io.alcove.apiserver.kinds.policy;

import io.alcove.apimachinery.names.Names;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Quantities;
import io.alcove.apiserver.kinds.validation.ResourceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an autoscaler measures. */
final class MetricRules {

    private static final List<String> TYPES =
            List.of("ContainerResource", "External", "Object", "Pods", "Resource");
    private static final List<String> SOURCES =
            List.of("object", "external", "pods", "resource", "containerResource");
    private static final String BOTH_AMOUNTS =
            "may not set both a target raw value and a target utilization";

    private MetricRules() {}

    static void check(Inspection metric) {
        Inspection type = metric.field("type");
        if (!type.isGiven()) {
            type.missing("must specify a metric source type");
        }
        type.supports(TYPES);
        List<String> present = new ArrayList<>();
        for (String source : SOURCES) {
            if (metric.field(source).isPresent()) {
                present.add(source);
                if (present.size() == 1) {
                    source(source, metric.field(source));
                }
            }
        }
        String expected = "";
        if (TYPES.contains(type.text())) {
            expected =
                    type.text().substring(0, 1).toLowerCase(Locale.ROOT) + type.text().substring(1);
            if (!metric.field(expected).isPresent()) {
                metric.field(expected)
                        .missing("must populate information for the given metric source");
            }
        } else {
            type.notSupported(TYPES);
        }
        if (present.size() != 1) {
            present.remove(expected);
            present.forEach(
                    s -> metric.field(s).forbidden("must populate the given metric source only"));
        }
    }

    private static void source(String kind, Inspection source) {
        switch (kind) {
            case "object" -> object(source);
            case "external" -> external(source);
            case "pods" -> {
                identifier(source.field("metric"));
                target(source.field("target"));
                if (!source.at("target", "averageValue").isPresent()) {
                    source.at("target", "averageValue")
                            .missing("must specify a positive target averageValue");
                }
            }
            default -> resource(kind, source);
        }
    }

    private static void object(Inspection source) {
        Inspection described = source.field("describedObject");
        AutoscalerValidation.reference(described);
        AutoscalerValidation.version(described.field("apiVersion"), true);
        identifier(source.field("metric"));
        Inspection target = source.field("target");
        target(target);
        if (!target.field("value").isPresent() && !target.field("averageValue").isPresent()) {
            target.field("averageValue").missing("must set either a target value or averageValue");
        }
    }

    private static void external(Inspection source) {
        identifier(source.field("metric"));
        Inspection target = source.field("target");
        target(target);
        Inspection value = target.field("value");
        Inspection average = target.field("averageValue");
        if (!value.isPresent() && !average.isPresent()) {
            average.missing("must set either a target value for metric or a per-pod target");
        }
        if (value.isPresent() && average.isPresent()) {
            value.forbidden("may not set both a target value for metric and a per-pod target");
        }
    }

    private static void resource(String kind, Inspection source) {
        Inspection name = source.field("name");
        boolean ofContainer = kind.equals("containerResource");
        if (name.required("must specify a resource name") && ofContainer) {
            ResourceNames.checkContainer(name, name.text());
        }
        Inspection container = source.field("container");
        if (ofContainer && container.required("must specify a container")) {
            container.checked(Names::dns1123Label);
        }
        Inspection target = source.field("target");
        target(target);
        Inspection utilization = target.field("averageUtilization");
        Inspection value = target.field("averageValue");
        if (!utilization.isPresent() && !value.isPresent()) {
            utilization.missing("must set either a target raw value or a target utilization");
        }
        if (utilization.isPresent() && value.isPresent()) {
            value.forbidden(BOTH_AMOUNTS);
        }
    }

    private static void identifier(Inspection metric) {
        Inspection name = metric.field("name");
        if (name.required("must specify a metric name")) {
            name.checked(Names::pathSegment);
        }
    }

    private static void target(Inspection target) {
        Inspection type = target.field("type");
        if (!type.isGiven()) {
            type.missing("must specify a metric target type");
        }
        if (!type.is("Utilization") && !type.is("Value") && !type.is("AverageValue")) {
            type.invalid(type.text(), "must be either Utilization, Value, or AverageValue");
        }
        for (String field : List.of("value", "averageValue")) {
            Inspection amount = target.field(field);
            if (amount.isPresent() && Quantities.of(amount.node()).signum() <= 0) {
                amount.invalid("must be positive");
            }
        }
        Inspection utilization = target.field("averageUtilization");
        if (utilization.isPresent() && utilization.number() < 1) {
            utilization.invalid("must be greater than 0");
        }
    }
}
