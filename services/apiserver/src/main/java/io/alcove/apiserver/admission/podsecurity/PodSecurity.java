package io.alcove.apiserver.admission.podsecurity;

import static io.alcove.apiserver.admission.CoreResources.NAMESPACES;
import static io.alcove.apiserver.admission.CoreResources.PODS;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.GoText;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.admission.AdmissionPlugin;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.ClusterObjects;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds pods to the level that their namespace enforces, and warns of those that are above the
 * level it warns of, already in the objects that make pods.
 */
public final class PodSecurity implements AdmissionPlugin {

    public static final String NAME = "PodSecurity";

    private static final Set<String> IGNORED_SUBRESOURCES =
            Set.of(
                    "exec",
                    "attach",
                    "binding",
                    "eviction",
                    "log",
                    "portforward",
                    "proxy",
                    "status");

    private final ClusterObjects objects;
    private final Exemptions exemptions;
    private final NamespacePolicyChange policyChange;

    /**
     * @param configuration a PodSecurityConfiguration, or a missing node
     * @throws IllegalArgumentException where the configuration is not valid
     */
    public PodSecurity(ClusterObjects objects, JsonNode configuration) {
        this.objects = objects;
        this.exemptions = Exemptions.of(configuration);
        this.policyChange = new NamespacePolicyChange(objects, exemptions);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.CREATE, Operation.UPDATE);
    }

    @Override
    public void validate(AdmissionRequest request) {
        if (request.isFor(NAMESPACES)) {
            policyChange.check(request);
        } else if (request.resource().equals(PODS)) {
            if (!IGNORED_SUBRESOURCES.contains(request.subresource())) {
                checkPod(request);
            }
        } else if (request.subresource().isEmpty()) {
            checkTemplate(request);
        }
    }

    private void checkPod(AdmissionRequest request) {
        ApiObject pod = request.newObject();
        Optional<Policy> policy = policy(request);
        boolean insignificant =
                request.oldObject().filter(old -> !PodChange.isSignificant(pod, old)).isPresent();
        if (policy.isEmpty() || insignificant) {
            return;
        }
        PodView view = new PodView(pod.at("metadata"), pod.at("spec"));
        if (isExempt(view)) {
            return;
        }
        LevelVersion enforced = policy.get().enforce();
        List<Violation> violations = CheckTable.violations(enforced, view);
        if (!violations.isEmpty()) {
            throw StatusException.forbidden(
                    PODS, request.name(), "violates PodSecurity " + text(enforced, violations));
        }
        warn(request, policy.get().warn(), view);
    }

    private void checkTemplate(AdmissionRequest request) {
        Optional<PodView> template = PodTemplates.of(request.resource(), request.newObject());
        if (template.isPresent() && !isExempt(template.get())) {
            policy(request).ifPresent(p -> warn(request, p.warn(), template.get()));
        }
    }

    private static void warn(AdmissionRequest request, LevelVersion level, PodView pod) {
        List<Violation> violations = CheckTable.violations(level, pod);
        if (!violations.isEmpty()) {
            request.context()
                    .warnings()
                    .accept("would violate PodSecurity " + text(level, violations));
        }
    }

    private static String text(LevelVersion level, List<Violation> violations) {
        return GoText.quote(level.toString()) + ": " + Violation.details(violations);
    }

    /** Empty where nothing holds for the request. */
    private Optional<Policy> policy(AdmissionRequest request) {
        if (exemptions.namespaces().contains(request.namespace())
                || exemptions.users().contains(request.user().name())) {
            return Optional.empty();
        }
        return objects.get(NAMESPACES, ObjectName.clusterScoped(request.namespace()))
                .map(namespace -> Policy.of(namespace.labels(), exemptions.defaults()).policy());
    }

    private boolean isExempt(PodView pod) {
        return exemptions.runtimeClasses().contains(pod.spec().path("runtimeClassName").asText(""));
    }
}
