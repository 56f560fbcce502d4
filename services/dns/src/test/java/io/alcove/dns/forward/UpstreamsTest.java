package io.alcove.dns.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class UpstreamsTest {

    private record Case(String server, String result) {}

    private static final List<Case> CASES =
            List.of(
                    new Case("10.0.0.1", "/10.0.0.1:53"),
                    new Case("10.0.0.1:1053", "/10.0.0.1:1053"),
                    new Case("[fd00::1]", "/[fd00:0:0:0:0:0:0:1]:53"),
                    new Case("[fd00::1]:1053", "/[fd00:0:0:0:0:0:0:1]:1053"),
                    new Case("fd00::1", "/[fd00:0:0:0:0:0:0:1]:53"),
                    new Case("dns.example.com", "not an address: dns.example.com"),
                    new Case("10.0.0.1:0", "not an address: 10.0.0.1:0"),
                    new Case("10.0.0.1:65536", "not an address: 10.0.0.1:65536"),
                    new Case("10.0.0.1:x", "not an address: 10.0.0.1:x"));

    @TestFactory
    Stream<DynamicTest> readsAddresses() {
        return CASES.stream()
                .map(
                        c ->
                                DynamicTest.dynamicTest(
                                        c.server,
                                        () -> assertThat(result(c.server)).isEqualTo(c.result)));
    }

    @Test
    void readsTheResolversConfiguration(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("resolv.conf");
        Files.writeString(
                file,
                """
                # nameserver 10.9.9.9
                search example.com
                nameserver 10.0.0.1
                  nameserver fd00::1 # second
                options ndots:5
                """);
        assertThat(Upstreams.ofResolvConf(file))
                .map(Object::toString)
                .containsExactly("/10.0.0.1:53", "/[fd00:0:0:0:0:0:0:1]:53");
    }

    private static String result(String server) {
        try {
            return Upstreams.of(List.of(server)).getFirst().toString();
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
