package io.alcove.apiserver.admission.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.ReinvokedPlugin;
import io.alcove.apiserver.admission.matching.Exemption;
import io.alcove.apiserver.admission.matching.MatchedKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lets the cluster's mutating policies change what is written. */
public final class MutatingAdmissionPolicy implements ReinvokedPlugin {

    public static final String NAME = "MutatingAdmissionPolicy";

    private static final String GROUP = "admissionregistration.k8s.io";

    private final PolicyParts parts;
    private final Params params;
    private final StoredPolicies<MutatingPolicy> policies;
    private final StoredPolicies<PolicyBinding> bindings;

    public MutatingAdmissionPolicy(PolicyParts parts) {
        this.parts = parts;
        this.params = new Params(parts);
        this.policies =
                new StoredPolicies<>(
                        parts.objects(),
                        new GroupResource(GROUP, "mutatingadmissionpolicies"),
                        MutatingPolicy::read);
        this.bindings =
                new StoredPolicies<>(
                        parts.objects(),
                        new GroupResource(GROUP, "mutatingadmissionpolicybindings"),
                        PolicyBinding::read);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Operation> operations() {
        return EnumSet.of(Operation.CREATE, Operation.UPDATE, Operation.CONNECT);
    }

    @Override
    public Optional<Runnable> mutateFirst(AdmissionRequest request) {
        List<PolicyBinding> bound = bindings.all();
        if (bound.isEmpty() || Exemption.covers(request) || request.object().isEmpty()) {
            return Optional.empty();
        }
        Refusals refusals = new Refusals(request);
        List<MutationRun> runs = runs(request, bound, refusals);
        ObjectNode before = request.newObject().node().deepCopy();
        List<MutationRun> reinvoked = run(request, runs, refusals);
        refusals.refuse();
        ObjectNode after = request.newObject().node();
        if (after.equals(before)) {
            return Optional.empty();
        }
        ObjectNode left = after.deepCopy();
        return Optional.of(() -> again(request, reinvoked, left));
    }

    /** Those that want to be asked again are, where anything changed after they were. */
    private void again(AdmissionRequest request, List<MutationRun> reinvoked, ObjectNode left) {
        Refusals refusals = new Refusals(request);
        boolean changedByOthers = !request.newObject().node().equals(left);
        if (changedByOthers || !reinvoked.isEmpty()) {
            List<MutationRun> _ = run(request, reinvoked, refusals);
        }
        refusals.refuse();
    }

    private List<MutationRun> run(
            AdmissionRequest request, List<MutationRun> runs, Refusals refusals) {
        List<MutationRun> reinvoked = new ArrayList<>();
        for (MutationRun run : runs) {
            try {
                if (run.run(request, parts) && run.policy().reinvoked()) {
                    reinvoked.add(run);
                }
            } catch (PolicyException e) {
                refusals.add(run.policy(), Optional.of(run.binding()), e.text(), "Invalid");
            }
        }
        return reinvoked;
    }

    /** What the request matches, before anything is changed. */
    private List<MutationRun> runs(
            AdmissionRequest request, List<PolicyBinding> bound, Refusals refusals) {
        List<MutationRun> runs = new ArrayList<>();
        for (MutatingPolicy policy : policies.all()) {
            List<PolicyBinding> own =
                    bound.stream().filter(b -> b.policy().equals(policy.name())).toList();
            Optional<MatchedKind> matched =
                    own.isEmpty()
                            ? Optional.empty()
                            : policy.match().match(request, parts.objects(), parts.equivalents());
            if (matched.isPresent()) {
                runs.addAll(runs(request, policy, own, matched.get(), refusals));
            }
        }
        return runs;
    }

    private List<MutationRun> runs(
            AdmissionRequest request,
            MutatingPolicy policy,
            List<PolicyBinding> own,
            MatchedKind matched,
            Refusals refusals) {
        List<MutationRun> runs = new ArrayList<>();
        try {
            if (policy.paramKind().isPresent()) {
                params.served(policy.paramKind().get());
            }
        } catch (PolicyException e) {
            refusals.add(policy, Optional.empty(), "failed to configure policy: " + e.text(), "");
            return runs;
        }
        for (PolicyBinding binding : own) {
            if (binding.match().match(request, parts.objects(), parts.equivalents()).isEmpty()) {
                continue;
            }
            try {
                for (Object param :
                        params.of(policy.paramKind(), binding.paramRef(), request.namespace())) {
                    runs.add(new MutationRun(policy, binding, matched, param));
                }
            } catch (PolicyException e) {
                refusals.add(
                        policy,
                        Optional.of(binding),
                        "failed to configure binding: " + e.text(),
                        "");
            }
        }
        return runs;
    }

    /** What speaks against a request; all of it is told at once. */
    private static final class Refusals {

        private final AdmissionRequest request;
        private final List<StatusCause> causes = new ArrayList<>();
        private String message = "";
        private String reason = "";

        Refusals(AdmissionRequest request) {
            this.request = request;
        }

        void add(MutatingPolicy policy, Optional<PolicyBinding> binding, String why, String as) {
            if (!policy.failsClosed()) {
                return;
            }
            String text =
                    binding.isPresent()
                            ? "policy '%s' with binding '%s' denied request: %s"
                                    .formatted(policy.name(), binding.get().name(), why)
                            : "policy \"%s\" denied request: %s".formatted(policy.name(), why);
            if (causes.isEmpty()) {
                message = text;
                reason = as;
            }
            causes.add(new StatusCause("", text, ""));
        }

        void refuse() {
            if (causes.isEmpty()) {
                return;
            }
            Status forbidden = request.forbidden("admission request denied by policy").status();
            Status status =
                    new Status(
                            forbidden.code(),
                            reason.isEmpty() ? forbidden.reason() : reason,
                            message,
                            forbidden.details());
            throw new StatusException(status.withCauses(causes));
        }
    }
}
