package io.alcove.apiserver.kinds.admission;

import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.HashSet;
import java.util.Set;

/** Named conditions; their expressions are not compiled here. */
final class MatchConditions {

    private static final int MOST = 64;

    private MatchConditions() {}

    static void check(Inspection conditions) {
        if (conditions.size() > MOST) {
            conditions.add(
                    new StatusCause(
                            "FieldValueTooMany",
                            "Too many: %d: must have at most %d items"
                                    .formatted(conditions.size(), MOST),
                            conditions.path()));
        }
        Set<String> names = new HashSet<>();
        conditions.each(
                condition -> {
                    expression(condition.field("expression"), "");
                    Inspection name = condition.field("name");
                    name.requiredAs(LabelNames::key);
                    if (name.isGiven() && !name.text().isEmpty() && !names.add(name.text())) {
                        name.duplicate();
                    }
                });
    }

    static boolean expression(Inspection expression, String detail) {
        if (expression.text().isBlank()) {
            if (detail.isEmpty()) {
                expression.missing();
            } else {
                expression.missing(detail);
            }
            return false;
        }
        return true;
    }
}
