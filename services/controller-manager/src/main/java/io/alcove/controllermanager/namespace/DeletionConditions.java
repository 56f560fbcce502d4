package io.alcove.controllermanager.namespace;

import io.alcove.controllermanager.controller.Condition;
import io.alcove.controllermanager.controller.Conditions;
import java.util.List;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The conditions by which a namespace says how far its deletion is; words are upstream's. */
final class DeletionConditions {

    private static final List<Condition> OK =
            List.of(
                    ok(
                            "NamespaceDeletionDiscoveryFailure",
                            "ResourcesDiscovered",
                            "All resources successfully discovered"),
                    ok(
                            "NamespaceDeletionGroupVersionParsingFailure",
                            "ParsedGroupVersions",
                            "All legacy kube types successfully parsed"),
                    ok(
                            "NamespaceDeletionContentFailure",
                            "ContentDeleted",
                            "All content successfully deleted, may be waiting on finalization"),
                    ok(
                            "NamespaceContentRemaining",
                            "ContentRemoved",
                            "All content successfully removed"),
                    ok(
                            "NamespaceFinalizersRemaining",
                            "ContentHasNoFinalizers",
                            "All content-preserving finalizers finished"));

    private DeletionConditions() {}

    /** Whether any condition changed. */
    static boolean update(Conditions conditions, Remains remains) {
        boolean changed = false;
        for (Condition ok : OK) {
            changed |= conditions.set(of(ok, remains));
        }
        return changed;
    }

    private static Condition of(Condition ok, Remains remains) {
        return switch (ok.type()) {
            case "NamespaceDeletionContentFailure" ->
                    remains.failures().isEmpty() ? ok : failure(ok.type(), remains.failures());
            case "NamespaceContentRemaining" ->
                    counted(
                            ok,
                            remains.resources(),
                            "SomeResourcesRemain",
                            "Some resources are remaining: ",
                            (resource, n) -> resource + " has " + n + " resource instances");
            case "NamespaceFinalizersRemaining" ->
                    counted(
                            ok,
                            remains.finalizers(),
                            "SomeFinalizersRemain",
                            "Some content in the namespace has finalizers remaining: ",
                            (finalizer, n) -> finalizer + " in " + n + " resource instances");
            default -> ok;
        };
    }

    private static Condition failure(String type, List<String> failures) {
        return new Condition(
                type,
                true,
                "ContentDeletionFailed",
                "Failed to delete all resource types, "
                        + failures.size()
                        + " remaining: "
                        + String.join(", ", failures));
    }

    private static Condition counted(
            Condition ok,
            SortedMap<String, Integer> counts,
            String reason,
            String start,
            BiFunction<String, Integer, String> line) {
        if (counts.isEmpty()) {
            return ok;
        }
        String lines =
                counts.entrySet().stream()
                        .map(e -> line.apply(e.getKey(), e.getValue()))
                        .sorted()
                        .collect(Collectors.joining(", "));
        return new Condition(ok.type(), true, reason, start + lines);
    }

    private static Condition ok(String type, String reason, String message) {
        return new Condition(type, false, reason, message);
    }
}
