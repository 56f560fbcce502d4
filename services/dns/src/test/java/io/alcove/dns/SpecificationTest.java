package io.alcove.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/** Every form of record of the Kubernetes DNS specification 1.1, and what must not exist. */
class SpecificationTest {

    private static final String SOA = "soa cluster.local.";
    private static final String NO_NAME = "NXDOMAIN; " + SOA;

    private static final TestCluster CLUSTER =
            new TestCluster()
                    .namespace("default")
                    .namespace("empty")
                    .service(
                            "kubernetes",
                            "clusterIP: '10.3.0.1', clusterIPs: ['10.3.0.1'], ports:"
                                    + " [{name: 'https', port: 443, protocol: 'TCP'}]")
                    .service(
                            "dual",
                            "clusterIP: '10.3.0.2', clusterIPs: ['10.3.0.2', 'fd00::2'], ports:"
                                    + " [{name: 'dns', port: 53, protocol: 'UDP'},"
                                    + " {name: 'dns-tcp', port: 53, protocol: 'TCP'}]")
                    .service(
                            "unnamed",
                            "clusterIP: '10.3.0.3', clusterIPs: ['10.3.0.3'], ports:"
                                    + " [{port: 80}]")
                    .service(
                            "headless",
                            "clusterIP: 'None', clusterIPs: ['None'], ports:"
                                    + " [{name: 'https', port: 443}]")
                    .slice(
                            "headless-1",
                            "headless",
                            "addressType: 'IPv4', ports:"
                                    + " [{name: 'https', port: 443, protocol: 'TCP'}], endpoints:"
                                    + " [{addresses: ['10.3.0.100'], hostname: 'my-pet',"
                                    + " conditions: {ready: true}},"
                                    + " {addresses: ['10.3.0.101']},"
                                    + " {addresses: ['10.3.0.102'],"
                                    + " conditions: {ready: false}}]")
                    .slice(
                            "headless-2",
                            "headless",
                            "addressType: 'IPv6', ports:"
                                    + " [{name: 'https', port: 443, protocol: 'TCP'}], endpoints:"
                                    + " [{addresses: ['fd00::64'], hostname: 'my-pet'},"
                                    + " {addresses: ['fd00:1::']}]")
                    .service("unready", "clusterIP: 'None', ports: [{name: 'a', port: 1}]")
                    .slice(
                            "unready-1",
                            "unready",
                            "ports: [{name: 'a', port: 1}], endpoints:"
                                    + " [{addresses: ['10.3.1.1'], conditions: {ready: false}}]")
                    .service(
                            "early",
                            "clusterIP: 'None', publishNotReadyAddresses: true, ports:"
                                    + " [{name: 'a', port: 1}]")
                    .slice(
                            "early-1",
                            "early",
                            "ports: [{name: 'a', port: 1}], endpoints:"
                                    + " [{addresses: ['10.3.2.1'], conditions: {ready: false}}]")
                    .service("portless", "clusterIP: 'None'")
                    .slice("portless-1", "portless", "endpoints: [{addresses: ['10.3.3.1']}]")
                    .service(
                            "foo",
                            "type: 'ExternalName', externalName: 'dual.default.svc.cluster.local'")
                    .service(
                            "loop",
                            "type: 'ExternalName', externalName: 'loop.default.svc.cluster.local'")
                    .service(
                            "gone",
                            "type: 'ExternalName', externalName: 'no.default.svc.cluster.local'")
                    .service("address", "type: 'ExternalName', externalName: '10.1.1.1'")
                    .slice(
                            "kubernetes",
                            "kubernetes",
                            "ports: [{name: 'https', port: 6443}], endpoints:"
                                    + " [{addresses: ['192.0.2.1']}]")
                    .start();

    private record Case(String name, String type, String answer) {}

    private static String svc(String name) {
        return name + ".default.svc.cluster.local.";
    }

    private static final List<Case> CASES =
            List.of(
                    // 2.2 schema version
                    new Case(
                            "dns-version.cluster.local",
                            "TXT",
                            "dns-version.cluster.local. 28800 TXT 1.1.0"),
                    new Case("dns-version.cluster.local", "A", SOA),
                    // 2.3 cluster IP
                    new Case(svc("kubernetes"), "A", svc("kubernetes") + " 5 A 10.3.0.1"),
                    new Case(svc("kubernetes"), "AAAA", SOA),
                    new Case(svc("kubernetes"), "MX", SOA),
                    new Case(svc("kubernetes"), "ANY", SOA),
                    new Case(svc("KuBerNetes"), "A", svc("KuBerNetes") + " 5 A 10.3.0.1"),
                    new Case(svc("dual"), "A", svc("dual") + " 5 A 10.3.0.2"),
                    new Case(svc("dual"), "AAAA", svc("dual") + " 5 AAAA fd00:0:0:0:0:0:0:2"),
                    new Case(
                            svc("_https._tcp.kubernetes"),
                            "SRV",
                            svc("_https._tcp.kubernetes")
                                    + " 5 SRV 0 100 443 "
                                    + svc("kubernetes")
                                    + "; + "
                                    + svc("kubernetes")
                                    + " 5 A 10.3.0.1"),
                    new Case(
                            svc("_dns._udp.dual"),
                            "SRV",
                            svc("_dns._udp.dual")
                                    + " 5 SRV 0 100 53 "
                                    + svc("dual")
                                    + "; + "
                                    + svc("dual")
                                    + " 5 A 10.3.0.2; + "
                                    + svc("dual")
                                    + " 5 AAAA fd00:0:0:0:0:0:0:2"),
                    new Case(svc("_udp.dual"), "SRV", SOA),
                    new Case(svc("_dns._tcp.dual"), "SRV", NO_NAME),
                    new Case(svc("_http._tcp.unnamed"), "SRV", NO_NAME),
                    new Case(svc("_tcp.unnamed"), "SRV", NO_NAME),
                    new Case(
                            "1.0.3.10.in-addr.arpa",
                            "PTR",
                            "1.0.3.10.in-addr.arpa. 5 PTR " + svc("kubernetes")),
                    new Case("1.0.3.10.in-addr.arpa", "A", "soa in-addr.arpa."),
                    new Case(
                            "2." + "0.".repeat(29) + "d.f.ip6.arpa",
                            "PTR",
                            "2." + "0.".repeat(29) + "d.f.ip6.arpa. 5 PTR " + svc("dual")),
                    new Case(
                            svc("192-0-2-1.kubernetes"),
                            "A",
                            svc("192-0-2-1.kubernetes") + " 5 A 192.0.2.1"),
                    // 2.4 headless
                    new Case(
                            svc("headless"),
                            "A",
                            svc("headless")
                                    + " 5 A 10.3.0.100; "
                                    + svc("headless")
                                    + " 5 A 10.3.0.101"),
                    new Case(
                            svc("headless"),
                            "AAAA",
                            svc("headless")
                                    + " 5 AAAA fd00:0:0:0:0:0:0:64; "
                                    + svc("headless")
                                    + " 5 AAAA fd00:1:0:0:0:0:0:0"),
                    new Case(
                            svc("my-pet.headless"),
                            "A",
                            svc("my-pet.headless") + " 5 A 10.3.0.100"),
                    new Case(
                            svc("my-pet.headless"),
                            "AAAA",
                            svc("my-pet.headless") + " 5 AAAA fd00:0:0:0:0:0:0:64"),
                    new Case(
                            svc("10-3-0-101.headless"),
                            "A",
                            svc("10-3-0-101.headless") + " 5 A 10.3.0.101"),
                    new Case(svc("10-3-0-101.headless"), "AAAA", SOA),
                    new Case(
                            svc("fd00-1--0.headless"),
                            "AAAA",
                            svc("fd00-1--0.headless") + " 5 AAAA fd00:1:0:0:0:0:0:0"),
                    new Case(svc("10-3-0-102.headless"), "A", NO_NAME),
                    new Case(
                            svc("_https._tcp.headless"),
                            "SRV",
                            srv("10-3-0-101")
                                    + "; "
                                    + srv("fd00-1--0")
                                    + "; "
                                    + srv("my-pet")
                                    + "; + "
                                    + svc("10-3-0-101.headless")
                                    + " 5 A 10.3.0.101; + "
                                    + svc("fd00-1--0.headless")
                                    + " 5 AAAA fd00:1:0:0:0:0:0:0; + "
                                    + svc("my-pet.headless")
                                    + " 5 A 10.3.0.100; + "
                                    + svc("my-pet.headless")
                                    + " 5 AAAA fd00:0:0:0:0:0:0:64"),
                    new Case(svc("_tcp.headless"), "A", SOA),
                    new Case(
                            "100.0.3.10.in-addr.arpa",
                            "PTR",
                            "100.0.3.10.in-addr.arpa. 5 PTR " + svc("my-pet.headless")),
                    new Case(svc("unready"), "A", NO_NAME),
                    new Case(svc("_a._tcp.unready"), "SRV", NO_NAME),
                    new Case(svc("early"), "A", svc("early") + " 5 A 10.3.2.1"),
                    new Case(svc("portless"), "A", svc("portless") + " 5 A 10.3.3.1"),
                    new Case(svc("portless"), "SRV", SOA),
                    // 2.5 external names
                    new Case(svc("foo"), "CNAME", svc("foo") + " 5 CNAME " + svc("dual")),
                    new Case(
                            svc("foo"),
                            "A",
                            svc("dual")
                                    + " 5 A 10.3.0.2; "
                                    + svc("foo")
                                    + " 5 CNAME "
                                    + svc("dual")),
                    new Case(svc("foo"), "MX", svc("foo") + " 5 CNAME " + svc("dual") + "; " + SOA),
                    new Case(
                            svc("gone"),
                            "A",
                            "NXDOMAIN; " + svc("gone") + " 5 CNAME " + svc("no") + "; " + SOA),
                    new Case(svc("address"), "A", NO_NAME),
                    new Case(svc("_http._tcp.foo"), "SRV", NO_NAME),
                    // 2.6 pods
                    new Case(
                            "10-1-2-3.default.pod.cluster.local",
                            "A",
                            "10-1-2-3.default.pod.cluster.local. 5 A 10.1.2.3"),
                    new Case("10-1-2-3.default.pod.cluster.local", "AAAA", SOA),
                    new Case(
                            "fd00--1.default.pod.cluster.local",
                            "AAAA",
                            "fd00--1.default.pod.cluster.local. 5 AAAA fd00:0:0:0:0:0:0:1"),
                    new Case("10-1-2-3.nowhere.pod.cluster.local", "A", NO_NAME),
                    new Case("10-1-2-300.default.pod.cluster.local", "A", NO_NAME),
                    new Case("10-1-2.default.pod.cluster.local", "A", NO_NAME),
                    new Case("web.default.pod.cluster.local", "A", NO_NAME),
                    new Case("x.10-1-2-3.default.pod.cluster.local", "A", NO_NAME),
                    // names that only have names below them, and names that are none
                    new Case("cluster.local", "A", SOA),
                    new Case("svc.cluster.local", "A", SOA),
                    new Case("pod.cluster.local", "A", SOA),
                    new Case("empty.svc.cluster.local", "A", SOA),
                    new Case("empty.pod.cluster.local", "A", SOA),
                    new Case("nowhere.svc.cluster.local", "A", NO_NAME),
                    new Case("no.empty.svc.cluster.local", "A", NO_NAME),
                    new Case("other.cluster.local", "A", NO_NAME),
                    new Case(svc("a.b.c.kubernetes"), "A", NO_NAME),
                    new Case("cluster.local", "NS", "cluster.local. 5 NS ns.dns.cluster.local."),
                    new Case(
                            "cluster.local",
                            "SOA",
                            "cluster.local. 5 SOA ns.dns.cluster.local."
                                    + " hostmaster.cluster.local. "
                                    + TestCluster.SERIAL
                                    + " 7200 1800 86400 5"));

    private static String srv(String host) {
        return svc("_https._tcp.headless") + " 5 SRV 0 33 443 " + svc(host + ".headless");
    }

    @AfterAll
    static void close() {
        CLUSTER.close();
    }

    @TestFactory
    Stream<DynamicTest> answers() {
        return CASES.stream()
                .map(
                        c ->
                                DynamicTest.dynamicTest(
                                        c.name + " " + c.type,
                                        () -> {
                                            Message message = CLUSTER.ask(c.name, c.type);
                                            assertThat(Answers.text(message)).isEqualTo(c.answer);
                                            assertThat(Answers.isAuthoritative(message)).isTrue();
                                            assertThat(message.getHeader().getFlag(Flags.RA))
                                                    .isTrue();
                                        }));
    }

    @Test
    void endsAnAliasOfItself() {
        assertThat(CLUSTER.ask(svc("loop"), "A").getRcode()).isEqualTo(Rcode.SERVFAIL);
    }

    @Test
    void repeatsTheQuestionInItsOwnCase() {
        Message message = CLUSTER.ask(svc("KUBErnetes"), "A");
        assertThat(message.getQuestion().getName()).hasToString(svc("KUBErnetes"));
    }

    @Test
    void beginsAtAnotherAddressFromTimeToTime() {
        assertThat(
                        Stream.generate(() -> CLUSTER.ask(svc("headless"), "A"))
                                .limit(64)
                                .map(message -> Answers.data(message).getFirst())
                                .distinct())
                .hasSize(2);
    }
}
