package io.alcove.apiserver.kinds.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.quantity.InvalidQuantityException;
import io.alcove.apimachinery.quantity.Quantity;
import java.math.BigDecimal;

/** Amounts. Those of a body that was decoded can be read. */
public final class Quantities {

    private Quantities() {}

    public static Quantity of(JsonNode node) {
        try {
            return node.isMissingNode() || node.isNull()
                    ? Quantity.ZERO
                    : Quantity.parse(node.asText());
        } catch (InvalidQuantityException _) {
            return Quantity.ZERO;
        }
    }

    public static void nonNegative(Inspection quantity) {
        Quantity amount = of(quantity.node());
        if (amount.signum() < 0) {
            quantity.invalid(amount.toString(), "must be greater than or equal to 0");
        }
    }

    public static void positive(Inspection quantity) {
        Quantity amount = of(quantity.node());
        if (amount.signum() <= 0) {
            quantity.invalid(amount.toString(), "must be greater than zero");
        }
    }

    /** Not below zero, and whole where the resource is counted. */
    public static void ofResource(String name, Inspection quantity) {
        nonNegative(quantity);
        if (ResourceNames.isCounted(name)) {
            Quantity amount = of(quantity.node());
            if (amount.milliValue() % 1000 != 0) {
                quantity.invalid(amount.toString(), "must be an integer");
            }
        }
    }

    public static void ofResource(Inspection quantity) {
        ofResource(quantity.name(), quantity);
    }

    /** Whether one is a whole multiple of another. */
    public static boolean divides(Quantity part, Quantity whole) {
        BigDecimal size = part.amount();
        return size.signum() > 0
                && size.stripTrailingZeros().scale() <= 0
                && BigDecimal.valueOf(whole.value()).remainder(size).signum() == 0;
    }
}
