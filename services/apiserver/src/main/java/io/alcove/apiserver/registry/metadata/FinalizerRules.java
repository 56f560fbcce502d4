package io.alcove.apiserver.registry.metadata;

import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusCause;
import java.util.List;
import java.util.Set;

final class FinalizerRules {

    private static final String FIELD = "metadata.finalizers";
    private static final Set<String> STANDARD =
            Set.of("kubernetes", DependentFinalizers.ORPHAN, DependentFinalizers.FOREGROUND);

    private FinalizerRules() {}

    static void check(ApiObject object, List<StatusCause> causes) {
        List<String> finalizers = object.finalizers();
        for (String finalizer : finalizers) {
            for (String problem : LabelNames.key(finalizer)) {
                causes.add(StatusCause.invalid(FIELD, finalizer, problem));
            }
        }
        if (finalizers.contains(DependentFinalizers.ORPHAN)
                && finalizers.contains(DependentFinalizers.FOREGROUND)) {
            causes.add(
                    StatusCause.invalid(
                            FIELD,
                            object.at("metadata", "finalizers"),
                            "finalizer orphan and foregroundDeletion cannot be both set"));
        }
        for (int i = 0; i < finalizers.size(); i++) {
            String finalizer = finalizers.get(i);
            if (!finalizer.contains("/") && !STANDARD.contains(finalizer)) {
                causes.add(
                        StatusCause.invalid(
                                FIELD + "[" + i + "]",
                                finalizer,
                                "name is neither a standard finalizer name nor is it fully qualified"));
            }
        }
    }
}
