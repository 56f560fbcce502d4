package io.alcove.apiserver.admission.matching;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apiserver.admission.AdmissionRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * Which requests a webhook or policy speaks of.
 *
 * @param names of the objects; empty for all
 */
public record ResourceRule(
        List<String> operations,
        List<String> groups,
        List<String> versions,
        List<String> resources,
        String scope,
        List<String> names) {

    private static final String ANY = "*";
    private static final GroupVersionResource NAMESPACES =
            new GroupVersionResource("", "v1", "namespaces");

    /** Reads rules of a configuration or policy. */
    public static List<ResourceRule> read(JsonNode rules) {
        List<ResourceRule> all = new ArrayList<>();
        for (JsonNode rule : rules) {
            all.add(
                    new ResourceRule(
                            texts(rule.path("operations")),
                            texts(rule.path("apiGroups")),
                            texts(rule.path("apiVersions")),
                            texts(rule.path("resources")),
                            rule.path("scope").asText(ANY),
                            texts(rule.path("resourceNames"))));
        }
        return all;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** Whether it speaks of the request, were the resource asked for that one. */
    public boolean matches(AdmissionRequest request, GroupVersionResource resource) {
        return inScope(request, resource)
                && takes(operations, request.operation().name())
                && takes(groups, resource.group())
                && takes(versions, resource.version())
                && resources.stream().anyMatch(r -> isOf(r, resource, request.subresource()))
                && (names.isEmpty() || names.contains(request.name()));
    }

    private boolean inScope(AdmissionRequest request, GroupVersionResource resource) {
        boolean cluster = resource.equals(NAMESPACES) || request.namespace().isEmpty();
        return switch (scope) {
            case "Namespaced" -> !cluster;
            case "Cluster" -> cluster;
            default -> true;
        };
    }

    private static boolean takes(List<String> allowed, String asked) {
        return allowed.contains(ANY) || allowed.contains(asked);
    }

    private static boolean isOf(String rule, GroupVersionResource resource, String subresource) {
        int slash = rule.indexOf('/');
        String main = slash < 0 ? rule : rule.substring(0, slash);
        String sub = slash < 0 ? "" : rule.substring(slash + 1);
        return (main.equals(ANY) || main.equals(resource.resource()))
                && (sub.equals(ANY) || sub.equals(subresource));
    }
}
