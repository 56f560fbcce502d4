package io.alcove.apiserver.authorization.rbac;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apiserver.request.RequestInfo;
import java.util.List;
import java.util.stream.StreamSupport;

/** One rule of a role: rbac.authorization.k8s.io/v1 PolicyRule. */
public record PolicyRule(
        List<String> verbs,
        List<String> apiGroups,
        List<String> resources,
        List<String> resourceNames,
        List<String> nonResourceUrls) {

    private static final String ALL = "*";

    static final PolicyRule ALL_RESOURCES =
            new PolicyRule(List.of(ALL), List.of(ALL), List.of(ALL), List.of(), List.of());

    static final PolicyRule ALL_PATHS =
            new PolicyRule(List.of(ALL), List.of(), List.of(), List.of(), List.of(ALL));

    static PolicyRule of(JsonNode node) {
        return new PolicyRule(
                texts(node.path("verbs")),
                texts(node.path("apiGroups")),
                texts(node.path("resources")),
                texts(node.path("resourceNames")),
                texts(node.path("nonResourceURLs")));
    }

    public static List<PolicyRule> list(JsonNode rules) {
        return StreamSupport.stream(rules.spliterator(), false).map(PolicyRule::of).toList();
    }

    public boolean allows(RequestInfo request) {
        if (!has(verbs, request.verb())) {
            return false;
        }
        return request.isResourceRequest()
                ? has(apiGroups, request.group())
                        && allowsResource(request)
                        && (resourceNames.isEmpty() || resourceNames.contains(request.name()))
                : nonResourceUrls.stream().anyMatch(url -> covers(url, request.path()));
    }

    private boolean allowsResource(RequestInfo request) {
        String subresource = request.subresource();
        String whole =
                subresource.isEmpty() ? request.resource() : request.resource() + "/" + subresource;
        return has(resources, whole)
                || (!subresource.isEmpty() && resources.contains("*/" + subresource));
    }

    private static boolean covers(String url, String path) {
        return url.equals(ALL)
                || url.equals(path)
                || (url.endsWith(ALL) && path.startsWith(url.substring(0, url.length() - 1)));
    }

    private static boolean has(List<String> values, String value) {
        return values.contains(ALL) || values.contains(value);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }
}
