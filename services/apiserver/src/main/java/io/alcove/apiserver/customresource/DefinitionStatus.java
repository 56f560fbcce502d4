package io.alcove.apiserver.customresource;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.customresource.Conditions.Condition;
import io.alcove.apiserver.kinds.extensions.ApprovalPolicy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the status of a definition should say. */
final class DefinitionStatus {

    private static final Condition NOT_ACCEPTED =
            new Condition(
                    Definition.ESTABLISHED, "False", "NotAccepted", "not all names are accepted");
    private static final Condition ESTABLISHED =
            new Condition(
                    Definition.ESTABLISHED,
                    "True",
                    "InitialNamesAccepted",
                    "the initial names have been accepted");

    private DefinitionStatus() {}

    /**
     * The definition with its new status; empty where it is as it should be.
     *
     * @param group the accepted names of all definitions of its group
     */
    static Optional<ApiObject> update(ApiObject present, Collection<NameSet> group, Instant now) {
        ApiObject definition = present.copy();
        if (ApprovalPolicy.isProtected(definition.text("spec", "group"))) {
            set(definition, approval(definition), now);
        }
        updateNames(definition, group, now);
        return definition.equals(present) ? Optional.empty() : Optional.of(definition);
    }

    private static void updateNames(ApiObject definition, Collection<NameSet> group, Instant now) {
        NameAcceptance decision = NameAcceptance.decide(definition, group);
        NameSet had = NameSet.of(definition.at("status", "acceptedNames"));
        if (!decision.accepted().equals(had)) {
            definition.with("status").set("acceptedNames", decision.accepted().toJson());
        }
        set(definition, decision.condition(), now);
        boolean accepted = decision.condition().status().equals("True");
        boolean established =
                Conditions.truths(definition).getOrDefault(Definition.ESTABLISHED, false);
        if (!established) {
            set(definition, accepted ? ESTABLISHED : NOT_ACCEPTED, now);
        }
    }

    private static Condition approval(ApiObject definition) {
        List<String> verdict =
                ApprovalPolicy.verdict(definition.annotation(ApprovalPolicy.ANNOTATION).orElse(""));
        return new Condition(
                "KubernetesAPIApprovalPolicyConformant",
                verdict.get(0),
                verdict.get(1),
                verdict.get(2));
    }

    private static void set(ApiObject definition, Condition wanted, Instant now) {
        if (!Conditions.find(definition, wanted.type()).equals(Optional.of(wanted))) {
            Conditions.set(definition, wanted, now);
        }
    }
}
