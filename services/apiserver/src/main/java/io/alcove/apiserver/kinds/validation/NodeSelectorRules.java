package io.alcove.apiserver.kinds.validation;

import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apimachinery.names.Names;

/** v1.NodeSelector: terms of labels and fields of nodes. */
public final class NodeSelectorRules {

    private NodeSelectorRules() {}

    public static void check(Inspection selector) {
        Inspection terms = selector.field("nodeSelectorTerms");
        if (terms.required("must have at least one node selector term")) {
            terms.each(term -> term(term, false));
        }
    }

    /**
     * @param anyValue values need not be label values
     */
    public static void term(Inspection term, boolean anyValue) {
        term.field("matchExpressions").each(e -> requirement(e, anyValue));
        term.field("matchFields").each(NodeSelectorRules::field);
    }

    private static void requirement(Inspection requirement, boolean anyValue) {
        Inspection values = requirement.field("values");
        Inspection operator = requirement.field("operator");
        switch (operator.text()) {
            case "In", "NotIn" ->
                    values.required("must be specified when `operator` is 'In' or 'NotIn'");
            case "Exists", "DoesNotExist" -> {
                if (values.size() > 0) {
                    values.forbidden(
                            "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
                }
            }
            case "Gt", "Lt" -> {
                if (values.size() != 1) {
                    values.missing(
                            "must be specified single value when `operator` is 'Lt' or 'Gt'");
                }
            }
            default -> operator.invalid(operator.text(), "not a valid selector operator");
        }
        LabelRules.key(requirement.field("key"));
        if (!anyValue) {
            values.each(value -> value.checked(LabelNames::value));
        }
    }

    private static void field(Inspection requirement) {
        Inspection values = requirement.field("values");
        Inspection operator = requirement.field("operator");
        if (operator.is("In") || operator.is("NotIn")) {
            if (values.size() != 1) {
                values.missing(
                        "must be only one value when `operator` is 'In' or 'NotIn' for node field selector");
            }
        } else {
            operator.invalid(operator.text(), "not a valid selector operator");
        }
        Inspection key = requirement.field("key");
        if (key.is("metadata.name")) {
            values.each(value -> value.checked(Names::dns1123Subdomain));
        } else {
            key.invalid(key.text(), "not a valid field selector key");
        }
    }
}
