package io.alcove.apiserver.kinds.admission;

import io.alcove.apimachinery.names.Names;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.LabelRules;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Webhook configurations of both kinds. */
public final class WebhookValidation implements Validation {

    static final List<String> FAILURE_POLICIES = List.of("Fail", "Ignore");
    static final List<String> MATCH_POLICIES = List.of("Equivalent", "Exact");
    static final List<String> REINVOCATIONS = List.of("IfNeeded", "Never");
    private static final List<String> SIDE_EFFECTS = List.of("None", "NoneOnDryRun");
    private static final List<String> VERSIONS = List.of("v1", "v1beta1");

    @Override
    public void check(Inspection configuration) {
        Set<String> names = new HashSet<>();
        configuration
                .field("webhooks")
                .each(
                        hook -> {
                            webhook(hook);
                            versions(hook.field("admissionReviewVersions"));
                            Inspection name = hook.field("name");
                            if (!name.text().isEmpty() && !names.add(name.text())) {
                                name.duplicate();
                            }
                        });
    }

    private static void webhook(Inspection hook) {
        name(hook.field("name"));
        hook.field("rules").each(AdmissionRule::check);
        hook.field("failurePolicy").oneOf(FAILURE_POLICIES);
        hook.field("matchPolicy").oneOf(MATCH_POLICIES);
        Inspection effects = hook.field("sideEffects");
        if (!effects.isPresent()) {
            effects.missing("must specify one of None, NoneOnDryRun");
        }
        effects.oneOf(SIDE_EFFECTS);
        Inspection timeout = hook.field("timeoutSeconds");
        if (timeout.isPresent() && (timeout.number() < 1 || timeout.number() > 30)) {
            timeout.invalid("the timeout value must be between 1 and 30 seconds");
        }
        LabelRules.selector(hook.field("namespaceSelector"));
        LabelRules.selector(hook.field("objectSelector"));
        hook.field("reinvocationPolicy").oneOf(REINVOCATIONS);
        WebhookClientRules.check(hook.field("clientConfig"));
        MatchConditions.check(hook.field("matchConditions"));
    }

    private static void name(Inspection name) {
        if (!name.required()) {
            return;
        }
        List<String> problems = Names.dns1123Subdomain(name.text());
        if (!problems.isEmpty()) {
            name.invalid(String.join(",", problems));
        } else if (name.text().chars().filter(c -> c == '.').count() < 2) {
            name.invalid("should be a domain with at least three segments separated by dots");
        }
    }

    private static void versions(Inspection versions) {
        if (versions.size() == 0) {
            versions.missing("must specify one of v1, v1beta1");
            return;
        }
        Set<String> seen = new HashSet<>();
        boolean known = false;
        for (Inspection version : versions.elements()) {
            if (!seen.add(version.text())) {
                version.invalid(version.text(), "duplicate version");
                continue;
            }
            version.checked(Names::dns1035Label);
            known |= VERSIONS.contains(version.text());
        }
        if (!known) {
            versions.invalid("must include at least one of v1, v1beta1");
        }
    }
}
