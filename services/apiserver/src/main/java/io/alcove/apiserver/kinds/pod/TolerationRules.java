package io.alcove.apiserver.kinds.pod;

import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.LabelRules;
import java.util.List;

/** spec.tolerations. */
public final class TolerationRules {

    private static final List<String> EFFECTS =
            List.of("NoSchedule", "PreferNoSchedule", "NoExecute");
    private static final List<String> OPERATORS = List.of("Equal", "Exists");
    private static final List<String> GATED = List.of("Equal", "Exists", "Lt", "Gt");

    private TolerationRules() {}

    public static void check(Inspection tolerations) {
        tolerations.each(TolerationRules::toleration);
    }

    private static void toleration(Inspection toleration) {
        toleration.field("key").conforms(LabelNames::key);
        Inspection operator = toleration.field("operator");
        if (!toleration.field("key").isGiven() && !operator.is("Exists")) {
            operator.invalid(
                    operator.text(),
                    "operator must be Exists when `key` is empty, which means \"match all values and all keys\"");
        }
        Inspection effect = toleration.field("effect");
        if (toleration.field("tolerationSeconds").isPresent() && !effect.is("NoExecute")) {
            effect.invalid(
                    effect.text(), "effect must be 'NoExecute' when `tolerationSeconds` is set");
        }
        operator(operator, toleration.field("value").text());
        if (effect.isGiven()) {
            effect.oneOf(EFFECTS);
        }
    }

    private static void operator(Inspection operator, String value) {
        switch (operator.text()) {
            case "Equal", "" -> {
                List<String> problems = LabelNames.value(value);
                if (!problems.isEmpty()) {
                    operator.invalid(value, String.join(";", problems));
                }
            }
            case "Exists" -> {
                if (!value.isEmpty()) {
                    operator.invalid(value, "value must be empty when `operator` is 'Exists'");
                }
            }
            case "Lt", "Gt" -> operator.notSupported(GATED);
            default -> operator.notSupported(OPERATORS);
        }
    }

    public static void taintEffect(Inspection effect) {
        effect.requiredOneOf(EFFECTS);
    }

    /** What a taint is put on with. */
    static void key(Inspection key) {
        LabelRules.key(key);
    }
}
