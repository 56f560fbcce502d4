package io.alcove.apiserver.admission.limits;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.quantity.Quantity;
import io.alcove.apiserver.admission.Complaints;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Holds the amounts of one container, pod or claim to an item of a LimitRange.
 *
 * @param type the item's ("Container")
 */
record Constraint(String type, ResourceList requests, ResourceList limits) {

    /** Upstream compares thousandths where all values have them within 64 bits. */
    private static final long MAX_MILLI_VALUE = Long.MAX_VALUE / 1000;

    void check(JsonNode limit, Complaints complaints) {
        checkMin(limit, complaints);
        each(limit, "max", complaints, this::overMax);
        each(limit, "maxLimitRequestRatio", complaints, this::overRatio);
    }

    /** Of a claim, which has requests only. */
    void checkRequests(JsonNode limit, Complaints complaints) {
        checkMin(limit, complaints);
        each(limit, "max", complaints, this::requestOverMax);
    }

    private void checkMin(JsonNode limit, Complaints complaints) {
        each(limit, "min", complaints, this::underMin);
    }

    private interface Rule {
        Optional<String> complaint(String resource, Quantity enforced);
    }

    private static void each(JsonNode limit, String field, Complaints complaints, Rule rule) {
        for (Map.Entry<String, Quantity> e :
                ResourceList.of(limit.path(field)).amounts().entrySet()) {
            rule.complaint(e.getKey(), e.getValue()).ifPresent(complaints::add);
        }
    }

    private Optional<String> underMin(String resource, Quantity enforced) {
        String rule = usage("minimum", resource, enforced);
        Optional<Quantity> request = requests.get(resource);
        if (request.isEmpty()) {
            return Optional.of(rule + ".  No request is specified");
        }
        if (compare(resource, request.get(), enforced) < 0) {
            return Optional.of(rule + ", but request is " + request.get());
        }
        return limits.get(resource)
                .filter(limit -> compare(resource, limit, enforced) < 0)
                .map(limit -> rule + ", but limit is " + limit);
    }

    private Optional<String> overMax(String resource, Quantity enforced) {
        String rule = usage("maximum", resource, enforced);
        Optional<Quantity> limit = limits.get(resource);
        if (limit.isEmpty()) {
            return Optional.of(rule + ".  No limit is specified");
        }
        if (compare(resource, limit.get(), enforced) > 0) {
            return Optional.of(rule + ", but limit is " + limit.get());
        }
        return requests.get(resource)
                .filter(request -> compare(resource, request, enforced) > 0)
                .map(request -> rule + ", but request is " + request);
    }

    private Optional<String> requestOverMax(String resource, Quantity enforced) {
        String rule = usage("maximum", resource, enforced);
        Optional<Quantity> request = requests.get(resource);
        if (request.isEmpty()) {
            return Optional.of(rule + ".  No request is specified");
        }
        return request.filter(amount -> compare(resource, amount, enforced) > 0)
                .map(amount -> rule + ", but request is " + amount);
    }

    private Optional<String> overRatio(String resource, Quantity enforced) {
        String rule =
                "%s max limit to request ratio per %s is %s, but "
                        .formatted(resource, type, enforced);
        boolean inMilli = inMilli(resource, enforced);
        long request = requests.get(resource).map(q -> value(q, inMilli)).orElse(0L);
        if (request == 0) {
            return Optional.of(rule + "no request is specified or request is 0");
        }
        long limit = limits.get(resource).map(q -> value(q, inMilli)).orElse(0L);
        if (limit == 0) {
            return Optional.of(rule + "no limit is specified or limit is 0");
        }
        double ratio = (double) limit / request;
        boolean over =
                enforced.value() <= MAX_MILLI_VALUE
                        ? ratio * 1000 > enforced.milliValue()
                        : ratio > enforced.value();
        return over
                ? Optional.of(rule + String.format(Locale.ROOT, "provided ratio is %f", ratio))
                : Optional.empty();
    }

    private String usage(String word, String resource, Quantity enforced) {
        return "%s %s usage per %s is %s".formatted(word, resource, type, enforced);
    }

    private int compare(String resource, Quantity amount, Quantity enforced) {
        boolean inMilli = inMilli(resource, enforced);
        return Long.compare(value(amount, inMilli), value(enforced, inMilli));
    }

    private boolean inMilli(String resource, Quantity enforced) {
        return enforced.value() <= MAX_MILLI_VALUE
                && requests.get(resource).map(Quantity::value).orElse(0L) <= MAX_MILLI_VALUE
                && limits.get(resource).map(Quantity::value).orElse(0L) <= MAX_MILLI_VALUE;
    }

    private static long value(Quantity quantity, boolean inMilli) {
        return inMilli ? quantity.milliValue() : quantity.value();
    }
}
