package io.alcove.apiserver.kinds.flowcontrol;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.List;

/** Priority levels. */
public final class PriorityLevelValidation implements Validation {

    private static final List<String> TYPES = List.of("Exempt", "Limited");
    private static final List<String> RESPONSES = List.of("Queue", "Reject");
    private static final String ZERO_SHARES =
            "flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares";
    private static final int MOST_QUEUES = 10_000_000;
    private static final int HASH_BITS = 60;

    @Override
    public void check(Inspection level) {
        Inspection annotations = level.at("metadata", "annotations");
        if (annotations.entry(ZERO_SHARES).isPresent()) {
            annotations.forbidden("annotation '" + ZERO_SHARES + "' is forbidden");
        }
        Inspection spec = level.field("spec");
        Inspection type = spec.field("type");
        boolean exempt = level.node().path("metadata").path("name").asText().equals("exempt");
        if (exempt != type.is("Exempt")) {
            type.invalid(type.text(), "must be 'Exempt' if and only if `name` is 'exempt'");
        }
        switch (type.text()) {
            case "Exempt" -> exempt(spec);
            case "Limited" -> limited(spec);
            case "" -> type.missing();
            default -> type.notSupported(TYPES);
        }
        FlowConditions.check(level);
    }

    @Override
    public void checkStatus(Inspection level, ApiObject old) {
        FlowConditions.check(level);
    }

    private static void exempt(Inspection spec) {
        if (spec.field("limited").isPresent()) {
            spec.field("limited").forbidden("must be nil if the type is not Limited");
        }
        shares(spec.at("exempt", "nominalConcurrencyShares"));
        lendable(spec.at("exempt", "lendablePercent"));
    }

    private static void limited(Inspection spec) {
        if (spec.field("exempt").isPresent()) {
            spec.field("exempt").forbidden("must be nil if the type is Limited");
        }
        Inspection limited = spec.field("limited");
        if (!limited.isPresent()) {
            limited.missing("must not be empty when type is Limited");
            return;
        }
        shares(limited.field("nominalConcurrencyShares"));
        response(limited.field("limitResponse"));
        lendable(limited.field("lendablePercent"));
        Inspection borrowing = limited.field("borrowingLimitPercent");
        if (borrowing.number() < 0) {
            borrowing.invalid("if specified, must be a non-negative integer");
        }
    }

    private static void shares(Inspection shares) {
        if (shares.number() < 0) {
            shares.invalid("must be a non-negative integer");
        }
    }

    private static void lendable(Inspection percent) {
        if (percent.number() < 0 || percent.number() > 100) {
            percent.invalid("must be between 0 and 100, inclusive");
        }
    }

    private static void response(Inspection response) {
        Inspection queuing = response.field("queuing");
        switch (response.field("type").text()) {
            case "Reject" -> {
                if (queuing.isPresent()) {
                    queuing.forbidden("must be nil if limited.limitResponse.type is not Limited");
                }
            }
            case "Queue" -> {
                if (queuing.isPresent()) {
                    queuing(queuing);
                } else {
                    queuing.missing("must not be empty if limited.limitResponse.type is Limited");
                }
            }
            case "" -> response.field("type").missing();
            default -> response.field("type").notSupported(RESPONSES);
        }
    }

    private static void queuing(Inspection queuing) {
        positive(queuing.field("queueLengthLimit"));
        Inspection queues = queuing.field("queues");
        if (positive(queues) && queues.number() > MOST_QUEUES) {
            queues.invalid("must not be greater than " + MOST_QUEUES);
        }
        Inspection hand = queuing.field("handSize");
        if (!positive(hand)) {
            return;
        }
        if (hand.number() > queues.number()) {
            hand.invalid("should not be greater than queues (" + queues.number() + ")");
        } else if (entropy(queues.number(), hand.number()) > HASH_BITS) {
            hand.invalid(
                    ("required entropy bits of deckSize %d and handSize %d should not be greater"
                                    + " than %d")
                            .formatted(queues.number(), hand.number(), HASH_BITS));
        }
    }

    private static long entropy(long deck, long hand) {
        return (long) Math.ceil(Math.log((double) deck) / Math.log(2) * (double) hand);
    }

    private static boolean positive(Inspection number) {
        if (number.number() <= 0) {
            number.invalid(number.numberValue(), "must be positive");
            return false;
        }
        return true;
    }
}
