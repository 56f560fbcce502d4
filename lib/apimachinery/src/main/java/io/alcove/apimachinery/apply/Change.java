package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** An object before and after a request, compared in each version that an owner wrote in. */
final class Change {

    private final ObjectNode before;
    private final ObjectNode after;
    private final VersionedShapes versions;
    private final FieldFilter filter;
    private final Map<String, Comparison> comparisons = new HashMap<>();

    Change(ObjectNode before, ObjectNode after, VersionedShapes versions, FieldFilter filter) {
        this.before = before;
        this.after = after;
        this.versions = versions;
        this.filter = filter;
    }

    Comparison in(String apiVersion) {
        return comparisons.computeIfAbsent(apiVersion, this::compare);
    }

    private Comparison compare(String apiVersion) {
        String from = versions.version();
        return Comparison.of(
                        versions.shape(apiVersion),
                        versions.convert(before, from, apiVersion),
                        versions.convert(after, from, apiVersion))
                .filtered(filter);
    }
}
