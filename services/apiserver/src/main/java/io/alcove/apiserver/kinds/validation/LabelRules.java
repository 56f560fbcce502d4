package io.alcove.apiserver.kinds.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.names.LabelNames;
import java.util.Map;
import java.util.Set;

/** Labels and what selects by them. */
public final class LabelRules {

    private static final Set<String> WITH_VALUES = Set.of("In", "NotIn");
    private static final Set<String> WITHOUT_VALUES = Set.of("Exists", "DoesNotExist");

    private LabelRules() {}

    /** Problems of keys and values are both told of the map. */
    public static void labels(Inspection labels) {
        for (Map.Entry<String, JsonNode> label : labels.node().properties()) {
            for (String problem : LabelNames.key(label.getKey())) {
                labels.invalid(label.getKey(), problem);
            }
            String value = label.getValue().asText("");
            for (String problem : LabelNames.value(value)) {
                labels.invalid(value, problem);
            }
        }
    }

    public static void key(Inspection key) {
        key.checked(LabelNames::key);
    }

    public static void selector(Inspection selector) {
        selector(selector, false);
    }

    /**
     * @param anyValue values need not be label values, as they were once not checked
     */
    public static void selector(Inspection selector, boolean anyValue) {
        if (!selector.isPresent()) {
            return;
        }
        labels(selector.field("matchLabels"));
        selector.field("matchExpressions").each(e -> requirement(e, anyValue));
    }

    private static void requirement(Inspection requirement, boolean anyValue) {
        String operator = requirement.field("operator").text();
        Inspection values = requirement.field("values");
        if (WITH_VALUES.contains(operator)) {
            values.required("must be specified when `operator` is 'In' or 'NotIn'");
        } else if (WITHOUT_VALUES.contains(operator)) {
            if (values.size() > 0) {
                values.forbidden(
                        "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
            }
        } else {
            requirement.field("operator").invalid(operator, "not a valid selector operator");
        }
        key(requirement.field("key"));
        if (!anyValue) {
            values.each(value -> value.checked(LabelNames::value));
        }
    }

    /** Whether a metav1.LabelSelector has no requirement, which selects everything. */
    public static boolean selectsEverything(JsonNode selector) {
        return selector.path("matchLabels").isEmpty()
                && selector.path("matchExpressions").isEmpty();
    }
}
