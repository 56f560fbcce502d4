package io.alcove.apiserver.kinds.resource;

import io.alcove.apimachinery.quantity.Quantity;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Quantities;
import java.util.List;
import java.util.Optional;

/** How much of a capacity may be asked for: one of some values, or a range. */
final class CapacityPolicies {

    private static final int MOST_VALUES = 10;

    private CapacityPolicies() {}

    static void check(Inspection capacity, boolean isShared) {
        Inspection policy = capacity.field("requestPolicy");
        if (!policy.isPresent()) {
            return;
        }
        if (!isShared) {
            policy.forbidden("allowMultipleAllocations must be true");
            return;
        }
        Inspection values = policy.field("validValues");
        Inspection range = policy.field("validRange");
        if (values.size() > 0 && range.isPresent()) {
            policy.forbidden(
                    "exactly one policy can be specified, cannot specify \"validValues\" and"
                            + " \"validRange\" at the same time");
        } else if (values.size() > 0) {
            standard(policy, values)
                    .ifPresent(
                            s -> values(values, s, Quantities.of(capacity.node().path("value"))));
        } else if (range.isPresent()) {
            standard(policy, range)
                    .ifPresent(s -> range(range, s, Quantities.of(capacity.node().path("value"))));
        }
    }

    private static Optional<Quantity> standard(Inspection policy, Inspection by) {
        Inspection standard = policy.field("default");
        if (!standard.isPresent()) {
            standard.missing("required when " + by.name() + " is defined");
            return Optional.empty();
        }
        return Optional.of(Quantities.of(standard.node()));
    }

    private static void values(Inspection values, Quantity standard, Quantity most) {
        List<Inspection> options = values.elements();
        for (int i = 1; i < options.size(); i++) {
            if (amount(options.get(i - 1)).compareTo(amount(options.get(i))) > 0) {
                options.get(i)
                        .invalid(
                                amount(options.get(i)).toString(),
                                "values must be sorted in ascending order");
            }
        }
        Sets.distinct(
                values,
                MOST_VALUES,
                option -> {
                    if (amount(option).compareTo(most) > 0) {
                        option.invalid(
                                amount(option).toString(),
                                "option is larger than capacity value: " + most);
                    }
                },
                option -> Long.toString(amount(option).value()));
        boolean isKnown =
                options.size() <= MOST_VALUES
                        && options.stream().anyMatch(o -> amount(o).compareTo(standard) == 0);
        if (!isKnown) {
            values.invalid(
                    standard.toString(),
                    "default value is not valid according to the requestPolicy");
        }
    }

    private static void range(Inspection range, Quantity standard, Quantity most) {
        Inspection low = range.field("min");
        if (!low.isPresent()) {
            low.missing("required when validRange is defined");
            return;
        }
        Quantity min = amount(low);
        if (min.compareTo(most) > 0) {
            low.invalid(min.toString(), "min is larger than capacity value: " + most);
        }
        if (standard.compareTo(min) < 0) {
            low.invalid(standard.toString(), "default is less than min: " + min);
        }
        Inspection high = range.field("max");
        if (high.isPresent()) {
            high(high, min, standard, most);
        }
        Inspection step = range.field("step");
        if (step.isPresent()) {
            Quantity first = min.add(amount(step));
            if (first.compareTo(most) > 0) {
                step.invalid(
                        amount(step).toString(),
                        "one step " + first + " is larger than capacity value: " + most);
            }
            reaches(step, min, standard);
            if (high.isPresent()) {
                reaches(step, min, amount(high));
            }
        }
    }

    private static void high(Inspection high, Quantity min, Quantity standard, Quantity most) {
        Quantity max = amount(high);
        if (min.compareTo(max) > 0) {
            high.invalid(min.toString(), "min is larger than max: " + max);
        }
        if (max.compareTo(most) > 0) {
            high.invalid(max.toString(), "max is larger than capacity value: " + most);
        }
        if (standard.compareTo(max) > 0) {
            high.invalid(standard.toString(), "default is more than max: " + max);
        }
    }

    private static void reaches(Inspection step, Quantity min, Quantity value) {
        long size = amount(step).value();
        // upstream divides by zero here and recovers from the panic
        if (size == 0 || (value.value() - min.value()) % size != 0) {
            step.invalid(
                    value.toString(),
                    "value is not a multiple of a given step (%s) from (%s)"
                            .formatted(amount(step), min));
        }
    }

    private static Quantity amount(Inspection quantity) {
        return Quantities.of(quantity.node());
    }
}
