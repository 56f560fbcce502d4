package io.alcove.apiserver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alcove.client.flag.FlagException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeatureGatesTest {

    @Test
    void readsGates() {
        assertThat(gates("").cborServing()).isFalse();
        assertThat(gates("CBORServingAndStorage=true").cborServing()).isTrue();
        assertThat(gates("CBORServingAndStorage=false").cborServing()).isFalse();
    }

    @Test
    void refusesByNameWhatItDoesNotKnow() {
        record Case(String gates, String message) {}
        for (Case c :
                List.of(
                        new Case("Nope=true", "unrecognized feature gate: Nope"),
                        new Case(
                                "CBORServingAndStorage",
                                "missing bool value for CBORServingAndStorage"),
                        new Case(
                                "CBORServingAndStorage=x",
                                "invalid value of CBORServingAndStorage:"
                                        + " CBORServingAndStorage=x"))) {
            assertThatThrownBy(() -> gates(c.gates()))
                    .isInstanceOf(FlagException.class)
                    .hasMessage(c.message());
        }
    }

    private static FeatureGates gates(String text) {
        return FeatureGates.of(
                ApiServerOptions.parse(
                        List.of("--data-dir=/nowhere", "--feature-gates=" + text), Map.of()));
    }
}
