package io.alcove.apiserver.admission.policy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.admission.AdmissionPlugin;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.expression.AdmissionVariables;
import io.alcove.apiserver.admission.matching.Exemption;
import io.alcove.apiserver.admission.matching.MatchedKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks the cluster's validating policies of every write. */
public final class ValidatingAdmissionPolicy implements AdmissionPlugin {

    public static final String NAME = "ValidatingAdmissionPolicy";

    private static final String GROUP = "admissionregistration.k8s.io";
    private static final String FAILURE = "validation.policy.admission.k8s.io/validation_failure";
    private static final int MAX_ANNOTATION = 10 * 1024;

    private final PolicyParts parts;
    private final Params params;
    private final StoredPolicies<ValidatingPolicy> policies;
    private final StoredPolicies<PolicyBinding> bindings;

    public ValidatingAdmissionPolicy(PolicyParts parts) {
        this.parts = parts;
        this.params = new Params(parts);
        this.policies =
                new StoredPolicies<>(
                        parts.objects(),
                        new GroupResource(GROUP, "validatingadmissionpolicies"),
                        ValidatingPolicy::read);
        this.bindings =
                new StoredPolicies<>(
                        parts.objects(),
                        new GroupResource(GROUP, "validatingadmissionpolicybindings"),
                        PolicyBinding::read);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Operation> operations() {
        return EnumSet.allOf(Operation.class);
    }

    @Override
    public void validate(AdmissionRequest request) {
        List<PolicyBinding> bound = bindings.all();
        if (bound.isEmpty() || Exemption.covers(request)) {
            return;
        }
        Optional<StatusException> refusal = Optional.empty();
        for (ValidatingPolicy policy : policies.all()) {
            List<PolicyBinding> own =
                    bound.stream().filter(b -> b.policy().equals(policy.name())).toList();
            if (!own.isEmpty()) {
                Optional<StatusException> refused = ask(request, policy, own);
                refusal = refusal.isPresent() ? refusal : refused;
            }
        }
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    /** The first refusal of a policy; all of its bindings are asked, for warnings and the audit. */
    private Optional<StatusException> ask(
            AdmissionRequest request, ValidatingPolicy policy, List<PolicyBinding> own) {
        Optional<MatchedKind> matched = match(request, policy);
        if (matched.isEmpty()) {
            return Optional.empty();
        }
        String of = "ValidatingAdmissionPolicy '%s'".formatted(policy.name());
        try {
            if (policy.paramKind().isPresent()) {
                params.served(policy.paramKind().get());
            }
        } catch (PolicyException e) {
            return misconfigured(request, policy, of, "failed to configure policy: " + e.text());
        }
        Optional<StatusException> refusal = Optional.empty();
        for (PolicyBinding binding : own) {
            String by = of + " with binding '%s'".formatted(binding.name());
            Optional<StatusException> refused;
            try {
                refused = bound(request, policy, binding, matched.get(), by);
            } catch (PolicyException e) {
                refused =
                        misconfigured(
                                request, policy, by, "failed to configure binding: " + e.text());
            }
            refusal = refusal.isPresent() ? refusal : refused;
        }
        return refusal;
    }

    private Optional<MatchedKind> match(AdmissionRequest request, ValidatingPolicy policy) {
        return policy.match().match(request, parts.objects(), parts.equivalents());
    }

    private static Optional<StatusException> misconfigured(
            AdmissionRequest request, ValidatingPolicy policy, String of, String why) {
        return policy.failsClosed()
                ? Optional.of(refusal(request, of + " denied request: " + why, "Invalid"))
                : Optional.empty();
    }

    private Optional<StatusException> bound(
            AdmissionRequest request,
            ValidatingPolicy policy,
            PolicyBinding binding,
            MatchedKind matched,
            String by)
            throws PolicyException {
        if (binding.match().match(request, parts.objects(), parts.equivalents()).isEmpty()) {
            return Optional.empty();
        }
        List<Object> given = params.of(policy.paramKind(), binding.paramRef(), request.namespace());
        if (given.isEmpty()) {
            return Optional.empty();
        }
        AdmissionVariables variables =
                AdmissionVariables.of(request, matched, parts.objects(), parts.permissions());
        Optional<StatusException> refusal = Optional.empty();
        for (Object param : given) {
            Verdict verdict = new PolicyEvaluation(policy, variables.with("params", param)).run();
            Optional<StatusException> refused = act(request, policy, binding, verdict, by);
            refusal = refusal.isPresent() ? refusal : refused;
        }
        return refusal;
    }

    /** Does what the binding says: deny, warn, note in the audit. */
    private Optional<StatusException> act(
            AdmissionRequest request,
            ValidatingPolicy policy,
            PolicyBinding binding,
            Verdict verdict,
            String by) {
        Optional<StatusException> refusal = Optional.empty();
        for (Verdict.Denial denial : verdict.denials()) {
            if (binding.actions().contains("Warn")) {
                request.context()
                        .warnings()
                        .accept("Validation failed for %s: %s".formatted(by, denial.message()));
            }
            if (binding.actions().contains("Audit")) {
                request.context().annotations().accept(FAILURE, failure(binding, denial));
            }
            if (refusal.isEmpty() && binding.actions().contains("Deny")) {
                refusal =
                        Optional.of(
                                refusal(
                                        request,
                                        by + " denied request: " + denial.message(),
                                        denial.reason()));
            }
        }
        verdict.annotations()
                .forEach(
                        (key, value) ->
                                request.context()
                                        .annotations()
                                        .accept(
                                                policy.name() + "/" + key,
                                                value.substring(
                                                        0,
                                                        Math.min(value.length(), MAX_ANNOTATION))));
        return refusal.isPresent() || verdict.annotationErrors().isEmpty()
                ? refusal
                : Optional.of(
                        refusal(
                                request,
                                by + " denied request: " + verdict.annotationErrors().getFirst(),
                                "Invalid"));
    }

    private static String failure(PolicyBinding binding, Verdict.Denial denial) {
        ArrayNode failures = JsonNodeFactory.instance.arrayNode();
        ObjectNode failure = failures.addObject();
        failure.put("message", denial.message());
        failure.put("policy", binding.policy());
        failure.put("binding", binding.name());
        failure.put("expressionIndex", denial.rule());
        ArrayNode actions = failure.putArray("validationActions");
        binding.actions().forEach(actions::add);
        return failures.toString();
    }

    private static StatusException refusal(
            AdmissionRequest request, String message, String reason) {
        Status forbidden = request.forbidden(message).status();
        int code =
                switch (reason) {
                    case "Forbidden" -> 403;
                    case "Unauthorized" -> 401;
                    case "RequestEntityTooLarge" -> 413;
                    default -> 422;
                };
        Status status = new Status(code, reason, forbidden.message(), forbidden.details());
        return new StatusException(status.withCauses(List.of(new StatusCause("", message, ""))));
    }
}
