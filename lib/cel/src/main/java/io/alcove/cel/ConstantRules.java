package io.alcove.cel;

import io.alcove.cel.checker.LiteralValidators;
import io.alcove.cel.checker.LiteralValidators.ArgumentRule;
import io.alcove.cel.library.DurationTexts;
import io.alcove.cel.library.Patterns;
import io.alcove.cel.library.Timestamps;
import java.util.List;

/** Constants that are checked when an expression is compiled. */
final class ConstantRules {

    private ConstantRules() {}

    static LiteralValidators validators() {
        return new LiteralValidators(
                List.of(
                        new ArgumentRule(
                                "duration",
                                v ->
                                        !(v instanceof String s)
                                                || DurationTexts.parse(s).isPresent()),
                        new ArgumentRule(
                                "timestamp",
                                v -> !(v instanceof String s) || Timestamps.parse(s).isPresent()),
                        new ArgumentRule(
                                "matches", v -> !(v instanceof String s) || Patterns.isValid(s))));
    }
}
