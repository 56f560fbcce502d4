package io.alcove.apiserver.customresource;

import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.GoText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is said of finalizers that are named so that others may name theirs alike. */
final class FinalizerWarnings {

    private static final String FIELD = "metadata.finalizers: ";
    private static final Set<String> STANDARD =
            Set.of("kubernetes", "orphan", "foregroundDeletion");

    private FinalizerWarnings() {}

    /**
     * @param before those that are not new
     */
    static List<String> of(ApiObject object, Set<String> before) {
        List<String> warnings = new ArrayList<>();
        TreeSet<String> added = new TreeSet<>(object.finalizers());
        added.removeAll(before);
        for (String finalizer : added) {
            String named = FIELD + GoText.quote(finalizer) + ": ";
            LabelNames.key(finalizer).forEach(problem -> warnings.add(named + problem));
            if (!finalizer.contains("/") && !STANDARD.contains(finalizer)) {
                warnings.add(
                        named
                                + "prefer a domain-qualified finalizer name"
                                + (finalizer.contains(".") ? " including a path (/)" : "")
                                + " to avoid accidental conflicts with other finalizer writers");
            }
        }
        return warnings;
    }
}
