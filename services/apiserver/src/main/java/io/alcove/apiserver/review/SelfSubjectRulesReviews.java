package io.alcove.apiserver.review;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.authorization.rbac.PolicyRule;
import io.alcove.apiserver.authorization.rbac.RuleResolver;
import io.alcove.apiserver.registry.VirtualResource;
import java.util.List;

/** selfsubjectrulesreviews: what the caller may do in a namespace (kubectl auth can-i --list). */
final class SelfSubjectRulesReviews implements VirtualResource {

    private final RuleResolver resolver;

    SelfSubjectRulesReviews(RuleResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public ApiObject create(Request request) {
        String namespace = request.body().text("spec", "namespace");
        if (namespace.isEmpty()) {
            throw StatusException.badRequest("no namespace on request");
        }
        RuleResolver.Rules rules = resolver.rules(request.context().user(), namespace);
        ApiObject answer = request.body().copy();
        answer.node().putObject("metadata");
        answer.node().putObject("spec");
        ObjectNode status = answer.node().putObject("status");
        ArrayNode resourceRules = status.putArray("resourceRules");
        ArrayNode pathRules = status.putArray("nonResourceRules");
        for (PolicyRule rule : rules.rules()) {
            if (!rule.resources().isEmpty()) {
                ObjectNode node = resourceRules.addObject();
                put(node, "verbs", rule.verbs());
                put(node, "apiGroups", rule.apiGroups());
                put(node, "resources", rule.resources());
                put(node, "resourceNames", rule.resourceNames());
            }
            if (!rule.nonResourceUrls().isEmpty()) {
                ObjectNode node = pathRules.addObject();
                put(node, "verbs", rule.verbs());
                put(node, "nonResourceURLs", rule.nonResourceUrls());
            }
        }
        status.put("incomplete", rules.incomplete());
        if (!rules.errors().isEmpty()) {
            status.put("evaluationError", String.join(", ", rules.errors()));
        }
        return answer;
    }

    private static void put(ObjectNode node, String field, List<String> values) {
        if (!values.isEmpty()) {
            node.set(field, UserNodes.list(values));
        }
    }
}
