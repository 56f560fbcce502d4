package io.alcove.apiserver.admission.matching;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.selector.LabelSelector;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.ClusterObjects;
import io.alcove.apiserver.admission.CoreResources;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Selectors and rules of a policy, a binding or a webhook.
 *
 * @param rules empty for every request
 * @param exact whether only the resource asked for counts, not its equivalents
 */
public record MatchResources(
        LabelSelector namespaces,
        LabelSelector objects,
        List<ResourceRule> rules,
        List<ResourceRule> excluded,
        boolean exact) {

    /** Reads spec.matchConstraints or spec.matchResources; what is absent matches everything. */
    public static MatchResources of(JsonNode node) {
        return new MatchResources(
                selector(node.path("namespaceSelector")),
                selector(node.path("objectSelector")),
                ResourceRule.read(node.path("resourceRules")),
                ResourceRule.read(node.path("excludeResourceRules")),
                !node.path("matchPolicy").asText("Exact").equals("Equivalent"));
    }

    /** One that is absent selects everything, unlike elsewhere. */
    public static LabelSelector selector(JsonNode node) {
        return node.isMissingNode() || node.isNull()
                ? LabelSelector.everything()
                : LabelSelector.of(node);
    }

    /**
     * As what the request matches; empty where it does not.
     *
     * @throws StatusException where the request's namespace is not there
     */
    public Optional<MatchedKind> match(
            AdmissionRequest request, ClusterObjects cluster, EquivalentKinds equivalents) {
        if (!selectsObject(request) || byRules(excluded, request, equivalents).isPresent()) {
            return Optional.empty();
        }
        Optional<MatchedKind> matched =
                rules.isEmpty()
                        ? Optional.of(MatchedKind.of(request))
                        : byRules(rules, request, equivalents);
        return matched.isPresent() && selectsNamespace(request, cluster)
                ? matched
                : Optional.empty();
    }

    private boolean selectsObject(AdmissionRequest request) {
        return objects.isEverything()
                || request.object().filter(o -> objects.matches(o.labels())).isPresent()
                || request.oldObject().filter(o -> objects.matches(o.labels())).isPresent();
    }

    private boolean selectsNamespace(AdmissionRequest request, ClusterObjects cluster) {
        boolean ofNamespace = request.isFor(CoreResources.NAMESPACES);
        if (namespaces.isEverything() || (request.namespace().isEmpty() && !ofNamespace)) {
            return true;
        }
        return namespaces.matches(namespaceLabels(request, cluster, ofNamespace));
    }

    private static Map<String, String> namespaceLabels(
            AdmissionRequest request, ClusterObjects cluster, boolean ofNamespace) {
        if (ofNamespace && request.object().isPresent()) {
            return request.newObject().labels();
        }
        String name = ofNamespace ? request.name() : request.namespace();
        return cluster.get(CoreResources.NAMESPACES, ObjectName.clusterScoped(name))
                .map(ApiObject::labels)
                .orElseThrow(() -> StatusException.notFound(CoreResources.NAMESPACES, name));
    }

    private Optional<MatchedKind> byRules(
            List<ResourceRule> all, AdmissionRequest request, EquivalentKinds equivalents) {
        MatchedKind asked = MatchedKind.of(request);
        if (all.stream().anyMatch(rule -> rule.matches(request, asked.resource()))) {
            return Optional.of(asked);
        }
        if (exact || all.isEmpty()) {
            return Optional.empty();
        }
        List<MatchedKind> others = equivalents.of(asked.resource(), request.subresource());
        return all.stream()
                .flatMap(
                        rule ->
                                others.stream()
                                        .filter(other -> !other.equals(asked))
                                        .filter(other -> rule.matches(request, other.resource())))
                .findFirst();
    }
}
