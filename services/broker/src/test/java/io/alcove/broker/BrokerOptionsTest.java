package io.alcove.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokerOptionsTest {

    @Test
    void readsItsFlags() {
        assertThat(BrokerOptions.parse(List.of("--data-dir=/d", "--port=1234")))
                .isEqualTo(new BrokerOptions(Path.of("/d"), 1234, "127.0.0.1", "127.0.0.1"));
        assertThat(BrokerOptions.parse(List.of("--data-dir=/d")).port()).isEqualTo(9092);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        record Case(String message, List<String> arguments) {}
        for (Case c :
                List.of(
                        new Case("--data-dir is required", List.of()),
                        new Case("unknown flag: --x", List.of("--data-dir=/d", "--x=1")),
                        new Case("expected --flag=value, got start", List.of("start")))) {
            assertThatThrownBy(() -> BrokerOptions.parse(c.arguments())).hasMessage(c.message());
        }
    }
}
