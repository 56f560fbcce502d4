package io.alcove.apiserver.registry;

import io.alcove.apimachinery.selector.FieldSelector;
import io.alcove.apimachinery.status.StatusException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields that field selectors may name. */
final class FieldLabels {

    private static final Set<String> GENERAL = Set.of("metadata.name", "metadata.namespace");

    /** events.k8s.io names the fields of the stored core Event in its own way. */
    private static final Map<String, String> EVENTS_GROUP =
            Map.of("reportingController", "reportingComponent");

    private FieldLabels() {}

    static FieldSelector toStored(Resource resource, FieldSelector selector) {
        List<FieldSelector.Term> terms =
                selector.terms().stream()
                        .map(
                                term ->
                                        new FieldSelector.Term(
                                                stored(resource, term.field()),
                                                term.equal(),
                                                term.value()))
                        .toList();
        return new FieldSelector(terms);
    }

    private static String stored(Resource resource, String label) {
        String field = rename(resource, label);
        Set<String> known = resource.strategy().fieldLabels();
        if (resource.custom().isPresent()) {
            return requireCustom(resource, label, known);
        }
        if (GENERAL.contains(label) || known.contains(field)) {
            return field;
        }
        throw StatusException.badRequest(
                known.isEmpty()
                        ? "\"%s\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\""
                                .formatted(label)
                        : "field label not supported: " + label);
    }

    private static String requireCustom(Resource resource, String label, Set<String> known) {
        boolean general =
                label.equals("metadata.name")
                        || (resource.served().namespaced() && label.equals("metadata.namespace"));
        if (!general && !known.contains(label)) {
            throw StatusException.badRequest("field label not supported: " + label);
        }
        return label;
    }

    private static String rename(Resource resource, String label) {
        if (!resource.served().kind().group().equals("events.k8s.io")) {
            return label;
        }
        return label.startsWith("regarding.")
                ? "involvedObject." + label.substring("regarding.".length())
                : EVENTS_GROUP.getOrDefault(label, label);
    }
}
