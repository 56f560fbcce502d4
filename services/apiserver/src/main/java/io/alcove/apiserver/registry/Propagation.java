package io.alcove.apiserver.registry;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.registry.metadata.DependentFinalizers;
import java.util.List;

/** What happens to the dependents of a deleted object. */
enum Propagation {
    ORPHAN,
    BACKGROUND,
    FOREGROUND;

    /**
     * By the request, else by what the object's finalizers say already, else the kind's default.
     */
    static Propagation of(GarbageCollection kindDefault, ApiObject object, DeleteOptions options) {
        if (kindDefault == GarbageCollection.UNSUPPORTED) {
            return BACKGROUND;
        }
        if (options.orphanDependents() != null) {
            return options.orphanDependents() ? ORPHAN : BACKGROUND;
        }
        if (options.propagationPolicy() != null) {
            return switch (options.propagationPolicy()) {
                case "Orphan" -> ORPHAN;
                case "Foreground" -> FOREGROUND;
                default -> BACKGROUND;
            };
        }
        List<String> finalizers = object.finalizers();
        if (finalizers.contains(DependentFinalizers.ORPHAN)) {
            return ORPHAN;
        }
        if (finalizers.contains(DependentFinalizers.FOREGROUND)) {
            return FOREGROUND;
        }
        return kindDefault == GarbageCollection.ORPHAN ? ORPHAN : BACKGROUND;
    }
}
