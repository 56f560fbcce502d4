package io.alcove.apiserver.kinds.resource;

import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.LabelRules;
import java.util.HashSet;
import java.util.Set;

/** The conditions that a device waits for, and those that end the wait. */
final class BindingConditionRules {

    private static final int MOST = 4;

    private BindingConditionRules() {}

    static void check(Inspection device) {
        Inspection binding = device.field("bindingConditions");
        Inspection failure = device.field("bindingFailureConditions");
        Sets.list(binding, MOST, LabelRules::key);
        Sets.list(failure, MOST, LabelRules::key);
        Set<String> awaited = new HashSet<>();
        binding.each(
                condition -> {
                    if (!awaited.add(condition.text())) {
                        condition.duplicate();
                    }
                });
        Set<String> failing = new HashSet<>();
        failure.each(
                condition -> {
                    if (!failing.add(condition.text())) {
                        condition.duplicate();
                    }
                    if (awaited.contains(condition.text())) {
                        condition.invalid(
                                "bindingFailureConditions must not overlap with bindingConditions");
                    }
                });
        if (binding.size() == 0 && failure.size() > 0) {
            binding.invalid("bindingConditions are required to use bindingFailureConditions");
        }
        if (failure.size() == 0 && binding.size() > 0) {
            failure.invalid("bindingFailureConditions are required to use bindingConditions");
        }
    }
}
