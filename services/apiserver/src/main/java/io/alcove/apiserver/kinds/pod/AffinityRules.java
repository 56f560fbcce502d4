package io.alcove.apiserver.kinds.pod;

import io.alcove.apimachinery.names.Names;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.LabelRules;
import io.alcove.apiserver.kinds.validation.NodeSelectorRules;

/** spec.affinity. */
final class AffinityRules {

    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

    private AffinityRules() {}

    static void check(Inspection affinity) {
        if (!affinity.isPresent()) {
            return;
        }
        nodes(affinity.field("nodeAffinity"));
        pods(affinity.field("podAffinity"));
        pods(affinity.field("podAntiAffinity"));
    }

    private static void nodes(Inspection affinity) {
        if (affinity.field(REQUIRED).isPresent()) {
            NodeSelectorRules.check(affinity.field(REQUIRED));
        }
        affinity.field(PREFERRED)
                .each(
                        term -> {
                            weight(term.field("weight"));
                            NodeSelectorRules.term(term.field("preference"), true);
                        });
    }

    private static void weight(Inspection weight) {
        if (weight.number() <= 0 || weight.number() > 100) {
            weight.invalid(weight.numberValue(), "must be in the range 1-100");
        }
    }

    private static void pods(Inspection affinity) {
        affinity.field(REQUIRED).each(AffinityRules::term);
        affinity.field(PREFERRED)
                .each(
                        weighted -> {
                            weight(weighted.field("weight"));
                            term(weighted.field("podAffinityTerm"));
                        });
    }

    private static void term(Inspection term) {
        LabelRules.selector(term.field("labelSelector"));
        LabelRules.selector(term.field("namespaceSelector"));
        term.field("namespaces")
                .each(n -> term.field("namespace", n.node()).checked(Names::dns1123Label));
        LabelKeyRules.check(term);
        Inspection key = term.field("topologyKey");
        key.required("can not be empty");
        LabelRules.key(key);
    }
}
