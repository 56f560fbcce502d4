package io.alcove.apimachinery.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuantityTest {

    record Case(String text, String canonical, long milli) {}

    @Test
    void printsTheCanonicalForm() {
        for (Case c :
                List.of(
                        new Case("1000m", "1", 1000),
                        new Case("1024Mi", "1Gi", 1024L * 1024 * 1024 * 1000),
                        new Case("0.5", "500m", 500),
                        new Case("1500m", "1500m", 1500),
                        new Case("1.5Gi", "1536Mi", 1536L * 1024 * 1024 * 1000),
                        new Case("12e3", "12e3", 12_000_000),
                        new Case("0", "0", 0))) {
            Quantity quantity = Quantity.parse(c.text());
            assertThat(quantity).as(c.text()).hasToString(c.canonical());
            assertThat(quantity.milliValue()).as(c.text()).isEqualTo(c.milli());
        }
    }

    @Test
    void refusesWhatIsNoQuantity() {
        for (String text : List.of("", "abc", "1 Gi", "1Xi")) {
            assertThatThrownBy(() -> Quantity.parse(text))
                    .as(text)
                    .isInstanceOf(InvalidQuantityException.class);
        }
    }
}
