package io.alcove.apiserver.kinds.validation;

import io.alcove.apimachinery.names.LabelNames;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** metav1.Conditions. */
public final class ConditionRules {

    private static final List<String> STATUSES = List.of("False", "True", "Unknown");
    private static final String REASON_TEXT = "[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?";
    private static final Pattern REASON = Pattern.compile(REASON_TEXT);
    private static final String BAD_REASON =
            "a condition reason must start with alphabetic character, optionally followed by a string of alphanumeric characters or '_,:', and must end with an alphanumeric character or '_' (e.g. 'my_name',  or 'MY_NAME',  or 'MyName',  or 'ReasonA,ReasonB',  or 'ReasonA:ReasonB', regex used for validation is '"
                    + REASON_TEXT
                    + "')";
    private static final int MAX_REASON = 1024;
    private static final int MAX_MESSAGE = 32 * 1024;

    private ConditionRules() {}

    public static void check(Inspection conditions) {
        if (conditions.size() == 0) {
            return;
        }
        Set<String> types = new HashSet<>();
        conditions.each(
                condition -> {
                    Inspection type = condition.field("type");
                    if (!types.add(type.text())) {
                        type.duplicate();
                    }
                    type.checked(LabelNames::key);
                    condition(condition);
                });
    }

    private static void condition(Inspection condition) {
        condition.field("status").supports(STATUSES);
        if (condition.field("observedGeneration").number() < 0) {
            condition.field("observedGeneration").invalid("must be greater than or equal to zero");
        }
        condition.field("lastTransitionTime").required();
        Inspection reason = condition.field("reason");
        if (reason.required()) {
            if (!REASON.matcher(reason.text()).matches()) {
                reason.invalid(BAD_REASON);
            }
            if (Bytes.length(reason.text()) > MAX_REASON) {
                reason.tooLong(MAX_REASON);
            }
        }
        if (Bytes.length(condition.field("message").text()) > MAX_MESSAGE) {
            condition.field("message").tooLong(MAX_MESSAGE);
        }
    }
}
