package io.alcove.apiserver.kinds.warning;

import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.Map;
import java.util.function.Consumer;

/** Labels of nodes that have other names by now. */
final class NodeLabels {

    private static final Map<String, String> DEPRECATED =
            Map.of(
                    "beta.kubernetes.io/arch",
                    "deprecated since v1.14; use \"kubernetes.io/arch\" instead",
                    "beta.kubernetes.io/os",
                    "deprecated since v1.14; use \"kubernetes.io/os\" instead",
                    "failure-domain.beta.kubernetes.io/region",
                    "deprecated since v1.17; use \"topology.kubernetes.io/region\" instead",
                    "failure-domain.beta.kubernetes.io/zone",
                    "deprecated since v1.17; use \"topology.kubernetes.io/zone\" instead",
                    "beta.kubernetes.io/instance-type",
                    "deprecated since v1.17; use \"node.kubernetes.io/instance-type\" instead",
                    "app.kubernetes.io/created-by",
                    "deprecated since v1.9",
                    "scheduler.alpha.kubernetes.io/preferAvoidPods",
                    "deprecated since v1.22; use Taints and Tolerations instead",
                    "node-role.kubernetes.io/master",
                    "use \"node-role.kubernetes.io/control-plane\" instead");

    private NodeLabels() {}

    /** A text that names a label: "path: label is deprecated". */
    static void named(Inspection key, Consumer<String> texts) {
        String message = DEPRECATED.get(key.text());
        if (message != null) {
            texts.accept("%s: %s is %s".formatted(key.path(), key.text(), message));
        }
    }

    /** A text that is a label, told of without it. */
    static void key(Inspection key, Consumer<String> texts) {
        String message = DEPRECATED.get(key.text());
        if (message != null) {
            texts.accept(key.path() + ": " + message);
        }
    }

    /** The keys of a map of labels, each told of with its own path. */
    static void keys(Inspection labels, Consumer<String> texts) {
        for (String label : labels.keys()) {
            String message = DEPRECATED.get(label);
            if (message != null) {
                texts.accept(labels.entry(label).path() + ": " + message);
            }
        }
    }

    /** The keys of a map of labels, told of with the path of the map. */
    static void selector(Inspection labels, Consumer<String> texts) {
        for (String label : labels.keys()) {
            String message = DEPRECATED.get(label);
            if (message != null) {
                texts.accept(labels.path() + ": " + message);
            }
        }
    }

    /** Of metav1.LabelSelector over labels of nodes. */
    static void labelSelector(Inspection selector, Consumer<String> texts) {
        selector.field("matchExpressions").each(e -> named(e.field("key"), texts));
        Inspection labels = selector.field("matchLabels");
        for (String label : labels.keys()) {
            String message = DEPRECATED.get(label);
            if (message != null) {
                texts.accept(labels.field(label).path() + ": " + message);
            }
        }
    }

    /**
     * @param values whether the values are looked at, which a preference need not have right
     */
    static void term(Inspection term, boolean values, Consumer<String> texts) {
        term.field("matchExpressions")
                .each(
                        expression -> {
                            named(expression.field("key"), texts);
                            if (values) {
                                expression.field("values").each(value -> value(value, texts));
                            }
                        });
    }

    private static void value(Inspection value, Consumer<String> texts) {
        for (String problem : LabelNames.value(value.text())) {
            texts.accept("%s: %s is invalid, %s".formatted(value.path(), value.text(), problem));
        }
    }
}
