package io.alcove.cel.cost;

import org.jspecify.annotations.Nullable;

/**
 * What a call costs beside its arguments.
 *
 * @param resultSize where it can be told
 * @param whole whether the arguments are counted in already
 */
record CallEstimate(Range cost, @Nullable Range resultSize, boolean whole) {

    static CallEstimate of(Range cost) {
        return new CallEstimate(cost, null, false);
    }

    static CallEstimate of(Range cost, Range resultSize) {
        return new CallEstimate(cost, resultSize, false);
    }

    static CallEstimate whole(Range cost, @Nullable Range resultSize) {
        return new CallEstimate(cost, resultSize, true);
    }
}
