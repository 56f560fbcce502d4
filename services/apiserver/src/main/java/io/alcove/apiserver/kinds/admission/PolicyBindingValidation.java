package io.alcove.apiserver.kinds.admission;

import io.alcove.apimachinery.names.Names;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;
import io.alcove.apiserver.kinds.validation.Wildcards;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Bindings of admission policies of both kinds. */
public final class PolicyBindingValidation implements Validation {

    private static final List<String> ACTIONS = List.of("Audit", "Deny", "Warn");

    private final boolean mutating;

    public PolicyBindingValidation(boolean mutating) {
        this.mutating = mutating;
    }

    @Override
    public void check(Inspection binding) {
        Inspection spec = binding.field("spec");
        spec.field("policyName").requiredAs(Names::dns1123Subdomain);
        PolicyMatchRules.paramReference(spec.field("paramRef"));
        PolicyMatchRules.resources(spec.field("matchResources"));
        if (!mutating) {
            actions(spec.field("validationActions"));
        }
    }

    private static void actions(Inspection actions) {
        Set<String> seen = new HashSet<>();
        actions.each(
                action -> {
                    action.supports(ACTIONS);
                    if (!seen.add(action.text())) {
                        action.duplicate();
                    }
                });
        if (Wildcards.has(actions, "Deny") && Wildcards.has(actions, "Warn")) {
            actions.invalid(
                    "must not contain both Deny and Warn (repeating the same validation failure"
                            + " information in the API response and headers serves no purpose)");
        }
        if (seen.isEmpty()) {
            actions.missing("at least one validation action is required");
        }
    }
}
