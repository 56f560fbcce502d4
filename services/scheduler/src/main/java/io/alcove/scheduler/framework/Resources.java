package io.alcove.scheduler.framework;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.quantity.Quantity;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;

/** Amounts by resource name; a resource that is not there counts as zero. */
public record Resources(Map<String, BigDecimal> amounts) {

    public static final Resources NONE = new Resources(Map.of());

    public Resources {
        amounts = Map.copyOf(amounts);
    }

    public static Resources of(JsonNode list) {
        Map<String, BigDecimal> amounts = new HashMap<>();
        list.properties()
                .forEach(
                        e ->
                                amounts.put(
                                        e.getKey(),
                                        Quantity.parse(e.getValue().asText()).amount()));
        return new Resources(amounts);
    }

    public BigDecimal amount(String name) {
        return amounts.getOrDefault(name, BigDecimal.ZERO);
    }

    public Resources plus(Resources other) {
        return combined(other, BigDecimal::add);
    }

    public Resources minus(Resources other) {
        Map<String, BigDecimal> result = new HashMap<>(amounts);
        other.amounts.forEach((name, amount) -> result.put(name, amount(name).subtract(amount)));
        return new Resources(result);
    }

    public Resources max(Resources other) {
        return combined(other, BigDecimal::max);
    }

    /** With the other's amounts in place of these, where it has them. */
    public Resources overlaid(Resources other) {
        return combined(other, (_, theirs) -> theirs);
    }

    private Resources combined(Resources other, BinaryOperator<BigDecimal> how) {
        Map<String, BigDecimal> result = new HashMap<>(amounts);
        other.amounts.forEach((name, amount) -> result.merge(name, amount, how));
        return new Resources(result);
    }
}
