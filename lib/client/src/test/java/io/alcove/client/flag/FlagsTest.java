package io.alcove.client.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlagsTest {

    private static final List<Flag> KNOWN =
            List.of(
                    new Flag("ca-file", "", ""),
                    new Flag("leader-elect", "true", ""),
                    new Flag("workers", "5", ""),
                    new Flag("wait", "1m30s", ""));

    @Test
    void takesTheCommandLineBeforeTheEnvironmentBeforeTheDefault() {
        Flags flags =
                parse(
                        Map.of("ALCOVE_DNS_CA_FILE", "env.pem", "ALCOVE_DNS_WORKERS", "7"),
                        "--ca-file=line.pem");

        assertThat(flags.text("ca-file")).isEqualTo("line.pem");
        assertThat(flags.number("workers")).isEqualTo(7);
        assertThat(flags.bool("leader-elect")).isTrue();
        assertThat(flags.duration("wait")).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void refusesWhatItDoesNotKnowOrCannotRead() {
        record Case(String argument, String message) {}
        List.of(
                        new Case("--nope=1", "unknown flag: --nope"),
                        new Case("up", "unexpected argument: up"))
                .forEach(
                        c ->
                                assertThatThrownBy(() -> parse(Map.of(), c.argument()))
                                        .isInstanceOf(FlagException.class)
                                        .hasMessage(c.message()));
        assertThatThrownBy(() -> parse(Map.of(), "--workers=many").number("workers"))
                .hasMessage("invalid argument \"many\" for \"--workers\" flag: not a number");
    }

    @Test
    void takesAValueBehindASpaceAndASwitchAlone() {
        Flags flags = parse(Map.of(), "--workers", "3", "--leader-elect", "--ca-file", "a.pem");

        assertThat(flags.number("workers")).isEqualTo(3);
        assertThat(flags.bool("leader-elect")).isTrue();
        assertThat(flags.text("ca-file")).isEqualTo("a.pem");
        assertThatThrownBy(() -> parse(Map.of(), "--workers"))
                .hasMessage("flag needs an argument: --workers");
        assertThatThrownBy(() -> parse(Map.of(), "--help"))
                .hasMessageContaining("--leader-elect=true");
    }

    private static Flags parse(Map<String, String> environment, String... arguments) {
        return Flags.parse("dns", KNOWN, List.of(arguments), environment);
    }
}
