package io.alcove.apiserver.kinds.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apimachinery.quantity.Quantity;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Quantities;
import io.alcove.apiserver.kinds.validation.ResourceNames;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** LimitRanges. */
public final class LimitRangeValidation implements Validation {

    private static final Set<String> TYPES = Set.of("Pod", "Container", "PersistentVolumeClaim");
    private static final Quantity ONE = Quantity.of(1);

    @Override
    public void check(Inspection range) {
        Set<String> types = new HashSet<>();
        range.at("spec", "limits")
                .each(
                        limit -> {
                            type(limit.field("type"), types);
                            limit(limit);
                        });
    }

    private static void type(Inspection type, Set<String> types) {
        String name = type.text();
        List<String> problems = LabelNames.key(name);
        problems.forEach(problem -> type.invalid(name, problem));
        if (problems.isEmpty() && name.indexOf('/') < 0 && !TYPES.contains(name)) {
            type.invalid("must be a standard limit type or fully qualified");
        }
        if (!types.add(name)) {
            type.duplicate(name);
        }
    }

    private static void limit(Inspection limit) {
        String type = limit.field("type").text();
        Set<String> keys = new LinkedHashSet<>();
        names(limit, type, "max", keys);
        names(limit, type, "min", keys);
        if (type.equals("Pod")) {
            for (String field : List.of("default", "defaultRequest")) {
                if (limit.field(field).size() > 0) {
                    limit.field(field).forbidden("may not be specified when `type` is 'Pod'");
                }
            }
        } else {
            names(limit, type, "default", keys);
            names(limit, type, "defaultRequest", keys);
        }
        boolean storage =
                limit.node().path("min").has("storage") || limit.node().path("max").has("storage");
        if (type.equals("PersistentVolumeClaim") && !storage) {
            limit.field("limits")
                    .missing(
                            "either minimum or maximum storage value is required, but neither was provided");
        }
        names(limit, type, "maxLimitRequestRatio", keys);
        keys.forEach(key -> compare(limit, key, type.equals("Pod")));
    }

    private static void names(Inspection limit, String type, String field, Set<String> keys) {
        limit.field(field)
                .eachEntry(
                        amount -> {
                            if (type.equals("Pod") || type.equals("Container")) {
                                ResourceNames.checkContainer(amount);
                            } else {
                                ResourceNames.check(amount);
                            }
                            keys.add(amount.name());
                        });
    }

    private static void compare(Inspection limit, String key, boolean isPod) {
        JsonNode min = limit.node().path("min").path(key);
        JsonNode max = limit.node().path("max").path(key);
        Inspection ofLimit = limit.field("default").entry(key);
        Inspection ofRequest = limit.field("defaultRequest").entry(key);
        JsonNode byDefault = isPod ? absent() : ofLimit.node();
        JsonNode request = isPod ? absent() : ofRequest.node();
        order(
                limit.field("min").entry(key),
                min,
                max,
                "min value %s is greater than max value %s",
                min);
        order(
                ofRequest,
                min,
                request,
                "min value %s is greater than default request value %s",
                request);
        order(
                ofRequest,
                request,
                max,
                "default request value %s is greater than max value %s",
                request);
        order(
                ofRequest,
                request,
                byDefault,
                "default request value %s is greater than default limit value %s",
                request);
        order(ofLimit, min, byDefault, "min value %s is greater than default value %s", min);
        order(ofLimit, byDefault, max, "default value %s is greater than max value %s", max);
        ratio(limit, key, min, max);
        boolean both = !byDefault.isMissingNode() && !request.isMissingNode();
        if (!ResourceNames.isOvercommitAllowed(key)
                && both
                && !Quantities.of(byDefault).equals(Quantities.of(request))) {
            ofRequest.invalid(
                    Quantities.of(request).toString(),
                    "default value %s must equal to defaultRequest value %s in %s"
                            .formatted(Quantities.of(byDefault), Quantities.of(request), key));
        }
    }

    private static JsonNode absent() {
        return MissingNode.getInstance();
    }

    private static void order(
            Inspection at, JsonNode low, JsonNode high, String detail, JsonNode shown) {
        if (low.isMissingNode() || high.isMissingNode()) {
            return;
        }
        Quantity lower = Quantities.of(low);
        Quantity upper = Quantities.of(high);
        if (lower.compareTo(upper) > 0) {
            at.invalid(
                    Quantities.of(shown).toString(),
                    detail.replaceFirst("%s", lower.toString()).replace("%s", upper.toString()));
        }
    }

    private static void ratio(Inspection limit, String key, JsonNode min, JsonNode max) {
        Inspection at = limit.field("maxLimitRequestRatio").entry(key);
        if (!at.isPresent()) {
            return;
        }
        Quantity ratio = Quantities.of(at.node());
        if (ratio.compareTo(ONE) < 0) {
            at.invalid(ratio.toString(), "ratio " + ratio + " is less than 1");
        }
        if (min.isMissingNode() || max.isMissingNode()) {
            return;
        }
        double most =
                Quantities.of(max).amount().doubleValue()
                        / Quantities.of(min).amount().doubleValue();
        if (ratio.amount().doubleValue() > most) {
            at.invalid(
                    ratio.toString(),
                    "ratio "
                            + ratio
                            + " is greater than max/min = "
                            + String.format(Locale.ROOT, "%f", most));
        }
    }
}
