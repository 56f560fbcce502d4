package io.alcove.apiserver.kinds.core;

import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.Set;

/** Namespaces. */
public final class NamespaceValidation implements Validation {

    private static final Set<String> STANDARD =
            Set.of("kubernetes", "orphan", "foregroundDeletion");

    @Override
    public void check(Inspection namespace) {
        Inspection finalizers = namespace.at("spec", "finalizers");
        finalizers.each(finalizer -> finalizer(finalizers.holding(finalizer.node())));
    }

    @Override
    public void checkUpdate(Inspection namespace, ApiObject old) {}

    /** Of namespaces/finalize. */
    static void checkFinalize(Inspection namespace) {
        namespace.at("spec", "finalizers").each(NamespaceValidation::finalizer);
    }

    private static void finalizer(Inspection finalizer) {
        String name = finalizer.text();
        finalizer.checked(LabelNames::key);
        if (name.indexOf('/') < 0 && !STANDARD.contains(name)) {
            finalizer.invalid(
                    name, "name is neither a standard finalizer name nor is it fully qualified");
        }
    }

    @Override
    public void checkStatus(Inspection namespace, ApiObject old) {
        Inspection phase = namespace.at("status", "phase").reportedAs("Phase");
        if (!namespace.at("metadata", "deletionTimestamp").isGiven()) {
            if (!phase.is("Active")) {
                phase.invalid(phase.text(), "may only be 'Active' if `deletionTimestamp` is empty");
            }
        } else if (!phase.is("Terminating")) {
            phase.invalid(
                    phase.text(), "may only be 'Terminating' if `deletionTimestamp` is not empty");
        }
    }
}
