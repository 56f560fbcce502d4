package io.alcove.syncer.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HostNamesTest {

    private record Case(String name, String namespace, String tenant, String hostName) {}

    private static final List<Case> CASES =
            List.of(
                    new Case("nginx", "default", "vc1", "nginx-x-default-x-vc1"),
                    new Case(
                            "a".repeat(40),
                            "team-namespace",
                            "my-vcluster",
                            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-x-team-name-9754ff294c"));

    @Test
    void joinsNamesAndCutsLongOnesWithAHash() {
        for (Case c : CASES) {
            HostNames names = new HostNames(c.tenant(), "host");
            assertThat(names.nameOf(c.namespace(), c.name())).isEqualTo(c.hostName());
        }
    }

    @Test
    void keepsNamesWithinALabelValue() {
        HostNames names = new HostNames("t", "host");
        for (int length = 1; length < 253; length++) {
            assertThat(names.nameOf("default", "n".repeat(length))).hasSizeLessThanOrEqualTo(63);
        }
    }
}
