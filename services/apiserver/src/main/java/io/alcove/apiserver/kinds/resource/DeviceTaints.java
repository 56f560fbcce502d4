package io.alcove.apiserver.kinds.resource;

import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.LabelRules;
import java.util.List;

/** Taints of devices, and what tolerates them. */
final class DeviceTaints {

    static final int MOST = 16;

    private static final List<String> EFFECTS = List.of("NoExecute", "NoSchedule", "None");
    private static final List<String> OPERATORS = List.of("Equal", "Exists");

    private DeviceTaints() {}

    static void taint(Inspection taint) {
        LabelRules.key(taint.field("key"));
        taint.field("value").conforms(LabelNames::value);
        taint.field("effect").requiredOneOf(EFFECTS);
    }

    static void toleration(Inspection toleration) {
        toleration.field("key").conforms(LabelNames::key);
        Inspection value = toleration.field("value");
        Inspection operator = toleration.field("operator");
        switch (operator.text()) {
            case "Exists" -> {
                if (value.isGiven()) {
                    value.invalid("must be empty for operator `Exists`");
                }
            }
            case "Equal" -> value.checked(LabelNames::value);
            default -> operator.requiredOneOf(OPERATORS);
        }
        Inspection effect = toleration.field("effect");
        if (effect.isGiven()) {
            effect.oneOf(EFFECTS);
        }
    }
}
