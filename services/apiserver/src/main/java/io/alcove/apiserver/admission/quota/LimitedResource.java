package io.alcove.apiserver.admission.quota;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apiserver.admission.limits.ResourceList;
import java.util.List;
import java.util.Set;

/**
 * A resource that nobody uses without a quota for it.
 *
 * @param matches parts of the names of what is limited
 * @param scopes of the objects that are limited
 */
record LimitedResource(GroupResource resource, List<String> matches, List<QuotaScope> scopes) {

    /**
     * @param configuration a resourcequota Configuration, or a missing node
     */
    static List<LimitedResource> of(JsonNode configuration) {
        return configuration
                .path("limitedResources")
                .valueStream()
                .map(
                        each ->
                                new LimitedResource(
                                        new GroupResource(
                                                each.path("apiGroup").asText(""),
                                                each.path("resource").asText("")),
                                        each.path("matchContains")
                                                .valueStream()
                                                .map(JsonNode::asText)
                                                .toList(),
                                        each.path("matchScopes")
                                                .valueStream()
                                                .map(QuotaScope::of)
                                                .toList()))
                .toList();
    }

    Set<String> limitedNames(ResourceList usage) {
        return usage.withoutZeros().only(name -> matches.stream().anyMatch(name::contains)).names();
    }
}
