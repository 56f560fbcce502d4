package io.alcove.dns.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class IpAddressTest {

    private record Case(String text, String bytes) {}

    private static final List<Case> CASES =
            List.of(
                    new Case("10.0.0.1", "0a000001"),
                    new Case("255.255.255.255", "ffffffff"),
                    new Case("10.0.0", ""),
                    new Case("10.0.0.1.", ""),
                    new Case("10.0.0.256", ""),
                    new Case("10.0..1", ""),
                    new Case("10.0.0.01", ""),
                    new Case(".0.0.1", ""),
                    new Case("", ""),
                    new Case("::", "0".repeat(32)),
                    new Case("::1", "0".repeat(31) + "1"),
                    new Case("fd00::", "fd00" + "0".repeat(28)),
                    new Case("1:2:3:4:5:6:7:8", "00010002000300040005000600070008"),
                    new Case("1::8", "0001" + "0".repeat(24) + "0008"),
                    new Case("1:2:3:4:5:6:7", ""),
                    new Case("1:2:3:4:5:6:7:8:9", ""),
                    new Case("1:2:3:4::5:6:7:8", ""),
                    new Case("1::2::3", ""),
                    new Case(":::", ""),
                    new Case("1:", ""),
                    new Case("12345::", ""),
                    new Case("g::", ""),
                    new Case("fe80::1%eth0", ""));

    @TestFactory
    Stream<DynamicTest> readsLiteralsOfBothFamilies() {
        return CASES.stream()
                .map(
                        c ->
                                DynamicTest.dynamicTest(
                                        "'" + c.text + "'",
                                        () ->
                                                assertThat(
                                                                IpAddress.parse(c.text)
                                                                        .map(IpAddress::toString)
                                                                        .orElse(""))
                                                        .isEqualTo(c.bytes)));
    }
}
