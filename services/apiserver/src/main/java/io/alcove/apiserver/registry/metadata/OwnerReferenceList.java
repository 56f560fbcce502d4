package io.alcove.apiserver.registry.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.alcove.apimachinery.object.ApiObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** metadata.ownerReferences, of which each may stand once. */
public final class OwnerReferenceList {

    private static final String CONSEQUENCE =
            "; API server dedups owner references in 1.20+, and may reject such requests as early as 1.24; please fix your requests; duplicate UID(s) observed: ";

    private OwnerReferenceList() {}

    /**
     * Removes repeated references.
     *
     * @return the warning that upstream gives where there were any
     */
    public static Optional<String> dedup(ApiObject object, boolean afterAdmission) {
        if (!(object.at("metadata", "ownerReferences") instanceof ArrayNode references)
                || references.size() < 2) {
            return Optional.empty();
        }
        Set<JsonNode> distinct = new LinkedHashSet<>();
        List<String> repeated = new ArrayList<>();
        for (JsonNode reference : references) {
            if (!distinct.add(reference)) {
                repeated.add(reference.path("uid").asText());
            }
        }
        if (repeated.isEmpty()) {
            return Optional.empty();
        }
        object.with("metadata")
                .set("ownerReferences", JsonNodeFactory.instance.arrayNode().addAll(distinct));
        String when = afterAdmission ? " after mutating admission happens" : "";
        return Optional.of(
                ".metadata.ownerReferences contains duplicate entries"
                        + when
                        + CONSEQUENCE
                        + String.join(", ", repeated));
    }
}
