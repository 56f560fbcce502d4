package io.alcove.apiserver.rule;

import io.alcove.apimachinery.status.StatusCause;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One look at an object. */
final class RuleRun {

    private final RuleBudget budget = new RuleBudget();
    private final List<StatusCause> causes = new ArrayList<>();
    private final Consumer<String> warnings;

    RuleRun(Consumer<String> warnings) {
        this.warnings = warnings;
    }

    RuleBudget budget() {
        return budget;
    }

    List<StatusCause> causes() {
        return causes;
    }

    void fail(StatusCause cause) {
        causes.add(cause);
    }

    /** Fails nothing where the value did not change. */
    void fail(StatusCause cause, boolean tolerated) {
        if (tolerated) {
            warnings.accept(cause.field() + ": " + cause.message());
        } else {
            causes.add(cause);
        }
    }
}
