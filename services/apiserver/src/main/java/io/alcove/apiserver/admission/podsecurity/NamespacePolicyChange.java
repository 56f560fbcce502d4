package io.alcove.apiserver.admission.podsecurity;

import static io.alcove.apiserver.admission.CoreResources.PODS;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apimachinery.object.OwnerReference;
import io.alcove.apimachinery.status.GoText;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.ClusterObjects;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Labels of namespaces: refuses what is no level, and warns of pods that a new one would not let
 * in.
 */
final class NamespacePolicyChange {

    /** Upstream looks at so many pods before it says that it did. */
    private static final int MAX_PODS = 3000;

    private final ClusterObjects objects;
    private final Exemptions exemptions;

    NamespacePolicyChange(ClusterObjects objects, Exemptions exemptions) {
        this.objects = objects;
        this.exemptions = exemptions;
    }

    void check(AdmissionRequest request) {
        ApiObject namespace = request.newObject();
        Policy.Parsed wanted = Policy.of(namespace.labels(), exemptions.defaults());
        Optional<Policy.Parsed> present =
                request.oldObject().map(old -> Policy.of(old.labels(), exemptions.defaults()));
        boolean complained =
                present.filter(p -> p.complaints().equals(wanted.complaints())).isPresent();
        if (!wanted.complaints().isEmpty() && !complained) {
            throw StatusException.invalid(
                    new GroupKind("", "Namespace"), request.name(), wanted.complaints());
        }
        if (present.isPresent()
                && !isStricter(wanted.policy().enforce(), present.get().policy().enforce())) {
            return;
        }
        if (exemptions.namespaces().contains(namespace.name())) {
            warnOfExemption(request, wanted.policy());
        } else if (present.isPresent()) {
            warnOfPods(namespace.name(), wanted.policy().enforce())
                    .forEach(request.context().warnings());
        }
    }

    private static boolean isStricter(LevelVersion wanted, LevelVersion present) {
        if (wanted.equals(present) || wanted.isPrivileged()) {
            return false;
        }
        return wanted.minor() != present.minor() || wanted.level().compareTo(present.level()) > 0;
    }

    private void warnOfExemption(AdmissionRequest request, Policy policy) {
        if (!policy.isPrivileged() && !policy.isSameAs(exemptions.defaults())) {
            ApiObject namespace = request.newObject();
            request.context()
                    .warnings()
                    .accept(
                            "namespace %s is exempt from Pod Security, and the policy (%s) will be ignored"
                                    .formatted(
                                            GoText.quote(namespace.name()),
                                            policy.described(namespace.labels())));
        }
    }

    private List<String> warnOfPods(String namespace, LevelVersion enforce) {
        List<ApiObject> pods = onePodOfEachOwnerFirst(objects.list(PODS, namespace));
        Map<String, Set<String>> namesByViolation = new TreeMap<>();
        for (ApiObject pod : pods.subList(0, Math.min(pods.size(), MAX_PODS))) {
            List<Violation> violations =
                    CheckTable.violations(enforce, new PodView(pod.at("metadata"), pod.at("spec")));
            if (!violations.isEmpty()) {
                namesByViolation
                        .computeIfAbsent(Violation.reasons(violations), _ -> new TreeSet<>())
                        .add(pod.name());
            }
        }
        List<String> warnings = new ArrayList<>();
        if (pods.size() > MAX_PODS) {
            warnings.add(
                    "new PodSecurity enforce level only checked against the first %d of %d existing pods"
                            .formatted(MAX_PODS, pods.size()));
        }
        if (!namesByViolation.isEmpty()) {
            warnings.add(
                    "existing pods in namespace %s violate the new PodSecurity enforce level %s"
                            .formatted(GoText.quote(namespace), GoText.quote(enforce.toString())));
        }
        namesByViolation.entrySet().stream()
                .map(e -> warning(new ArrayList<>(e.getValue()), e.getKey()))
                .sorted()
                .forEach(warnings::add);
        return warnings;
    }

    private static String warning(List<String> names, String violation) {
        int others = names.size() - 1;
        String more =
                switch (others) {
                    case 0 -> "";
                    case 1 -> " (and 1 other pod)";
                    default -> " (and " + others + " other pods)";
                };
        return names.getFirst() + more + ": " + violation;
    }

    private List<ApiObject> onePodOfEachOwnerFirst(List<ApiObject> pods) {
        List<ApiObject> first = new ArrayList<>();
        List<ApiObject> later = new ArrayList<>();
        Set<String> owners = new HashSet<>();
        for (ApiObject pod : pods) {
            Optional<OwnerReference> owner = pod.controller();
            if (exemptions.runtimeClasses().contains(pod.text("spec", "runtimeClassName"))) {
                continue;
            }
            (owner.isEmpty() || owners.add(owner.get().uid()) ? first : later).add(pod);
        }
        first.addAll(later);
        return first;
    }
}
