package io.alcove.apiserver.rule;

import io.alcove.apimachinery.structural.Correlation;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value is unchanged, or in one that is: then it may go on failing a rule.
 *
 * @param current null where the value's older state is not known
 * @param nearest of what is around, where that is known
 */
record Ratchet(@Nullable Correlation current, @Nullable Correlation nearest) {

    static final Ratchet NONE = new Ratchet(null, null);

    boolean tolerates() {
        Correlation of = current != null ? current : nearest;
        return of != null && of.isUnchanged();
    }

    Ratchet field(String name) {
        if (current == null) {
            return this;
        }
        if (nearest == null && (name.equals("apiVersion") || name.equals("kind"))) {
            return NONE;
        }
        return new Ratchet(current.field(name), current);
    }

    Ratchet element(int index) {
        return current == null ? this : new Ratchet(current.element(index), current);
    }
}
