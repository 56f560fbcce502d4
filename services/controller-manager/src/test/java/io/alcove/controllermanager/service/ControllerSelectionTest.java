package io.alcove.controllermanager.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alcove.client.flag.FlagException;
import io.alcove.client.flag.Flags;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ControllerSelectionTest {

    private record Refusal(String name, List<String> arguments, String message) {}

    @Test
    void runsAllButWhatIsTakenAway() throws IOException {
        ControllerSelection selection =
                ControllerSelection.of(flags(List.of("--controllers=*,-namespace")));
        assertThat(selection.names())
                .contains(ControllerName.SERVICE_ACCOUNT)
                .doesNotContain(ControllerName.NAMESPACE, ControllerName.ROOT_CA);
    }

    @Test
    void runsOnlyWhatIsNamed() throws IOException {
        assertThat(ControllerSelection.of(flags(List.of("--controllers=namespace"))).names())
                .containsExactly(ControllerName.NAMESPACE);
    }

    @Test
    void refusesWhatItCannotRun() {
        for (Refusal refusal :
                List.of(
                        new Refusal(
                                "a controller that does not exist",
                                List.of("--controllers=cloud"),
                                "\"cloud\" is not in the list of known controllers"),
                        new Refusal(
                                "the publisher without what it publishes",
                                List.of("--controllers=root-ca-cert-publisher"),
                                "controller root-ca-cert-publisher needs --root-ca-file"),
                        new Refusal(
                                "no workers",
                                List.of("--concurrent-namespace-syncs=0"),
                                "--concurrent-namespace-syncs must be greater than 0"))) {
            assertThatThrownBy(() -> ControllerSelection.of(flags(refusal.arguments())))
                    .as(refusal.name())
                    .isInstanceOf(FlagException.class)
                    .hasMessage(refusal.message());
        }
    }

    private static Flags flags(List<String> arguments) {
        return ControllerManagerFlags.parse(arguments, Map.of());
    }
}
