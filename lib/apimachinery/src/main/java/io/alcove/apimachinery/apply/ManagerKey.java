package io.alcove.apimachinery.apply;

import io.alcove.apimachinery.status.GoText;
import java.util.Comparator;

/**
 * What tells two entries of managedFields apart.
 *
 * @param apiVersion empty for appliers, whose entry follows them from version to version
 */
record ManagerKey(String manager, Operation operation, String apiVersion, String subresource)
        implements Comparable<ManagerKey> {

    enum Operation {
        APPLY("Apply"),
        UPDATE("Update");

        private final String word;

        Operation(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private static final Comparator<ManagerKey> ORDER =
            Comparator.comparing(ManagerKey::manager)
                    .thenComparing(ManagerKey::operation)
                    .thenComparing(ManagerKey::apiVersion)
                    .thenComparing(ManagerKey::subresource);

    static ManagerKey update(String manager, String apiVersion, String subresource) {
        return new ManagerKey(manager, Operation.UPDATE, apiVersion, subresource);
    }

    static ManagerKey apply(String manager, String subresource) {
        return new ManagerKey(manager, Operation.APPLY, "", subresource);
    }

    boolean isApply() {
        return operation == Operation.APPLY;
    }

    @Override
    public int compareTo(ManagerKey other) {
        return ORDER.compare(this, other);
    }

    /** As upstream names a manager in a conflict. */
    @Override
    public String toString() {
        String name = GoText.quote(manager);
        if (!subresource.isEmpty()) {
            name += " with subresource " + GoText.quote(subresource);
        }
        return isApply() ? name : name + " using " + apiVersion;
    }
}
