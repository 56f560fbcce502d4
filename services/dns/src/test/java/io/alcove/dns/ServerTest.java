package io.alcove.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Both transports: what fits, what is refused, and that nothing stops the server. */
class ServerTest {

    private static final String WEB = "web.default.svc.cluster.local.";
    private static final String MANY = "many.default.svc.cluster.local.";
    private static final int PODS = 100;

    private static final TestCluster CLUSTER =
            new TestCluster()
                    .namespace("default")
                    .service("web", "clusterIP: '10.3.0.1', ports: [{name: 'http', port: 80}]")
                    .service("many", "clusterIP: 'None', ports: [{name: 'http', port: 80}]")
                    .slice(
                            "many-1",
                            "many",
                            "ports: [{name: 'http', port: 80}], endpoints: ["
                                    + IntStream.range(0, PODS)
                                            .mapToObj(i -> "{addresses: ['10.4.0." + i + "']}")
                                            .collect(Collectors.joining(", "))
                                    + "]")
                    .start();

    @AfterAll
    static void close() {
        CLUSTER.close();
    }

    /**
     * @param edns the client's buffer; -1 for none
     */
    private record Size(String name, String type, int edns, int atMost, boolean truncated) {}

    @TestFactory
    Stream<DynamicTest> sendsNoMoreThanTheClientTakes() {
        return Stream.of(
                        new Size(WEB, "A", -1, 512, false),
                        new Size(WEB, "A", 0, 512, false),
                        new Size(MANY, "A", -1, 512, true),
                        new Size(MANY, "A", 100, 512, true),
                        new Size(MANY, "A", 1000, 1000, true),
                        new Size(MANY, "A", 65_000, 1232, true),
                        new Size(MANY, "SRV", -1, 512, true))
                .map(
                        c ->
                                DynamicTest.dynamicTest(
                                        c.toString(),
                                        () -> {
                                            Message question = TestCluster.question(c.name, c.type);
                                            if (c.edns >= 0) {
                                                question.addRecord(
                                                        new OPTRecord(c.edns, 0, 0),
                                                        Section.ADDITIONAL);
                                            }
                                            Message answer =
                                                    UdpExchange.send(CLUSTER.port(), question);
                                            assertThat(answer.numBytes())
                                                    .isLessThanOrEqualTo(c.atMost);
                                            assertThat(Answers.isTruncated(answer))
                                                    .isEqualTo(c.truncated);
                                            assertThat(answer.getOPT() != null)
                                                    .isEqualTo(c.edns >= 0);
                                            assertThat(answer.getSection(Section.ANSWER))
                                                    .isNotEmpty();
                                        }));
    }

    @Test
    void sendsAllByTcp() {
        SimpleResolver client = CLUSTER.client();
        client.setTCP(true);
        Message addresses = CLUSTER.send(TestCluster.question(MANY, "A"), client);
        assertThat(Answers.data(addresses)).hasSize(PODS).doesNotHaveDuplicates();
        Message services = CLUSTER.send(TestCluster.question("_http._tcp." + MANY, "SRV"), client);
        assertThat(services.getSection(Section.ANSWER)).hasSize(PODS);
        assertThat(services.getSection(Section.ADDITIONAL)).hasSize(PODS);
        assertThat(Answers.isTruncated(services)).isFalse();
    }

    @Test
    void answersManyQuestionsOfOneConnection() throws IOException {
        byte[] question = TestCluster.question(WEB, "A").toWire();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), CLUSTER.port())) {
            for (int i = 0; i < 3; i++) {
                byte[] framed = new byte[question.length + 2];
                framed[1] = (byte) question.length;
                System.arraycopy(question, 0, framed, 2, question.length);
                socket.getOutputStream().write(framed);
            }
            InputStream in = socket.getInputStream();
            for (int i = 0; i < 3; i++) {
                Message answer = new Message(in.readNBytes(in.read() << 8 | in.read()));
                assertThat(Answers.data(answer)).containsExactly("10.3.0.1");
            }
        }
    }

    /** A message's first two bytes are its length. */
    private record Sent(String what, String bytes) {}

    @TestFactory
    Stream<DynamicTest> hangsUpOn() {
        return Stream.of(
                        new Sent("a question that is too large", "ffff"),
                        new Sent("a message without a header", "0003 000000"),
                        new Sent("an answer", "000c 0001 8180 0001 0000 0000 0000"))
                .map(
                        c ->
                                DynamicTest.dynamicTest(
                                        c.what,
                                        () -> {
                                            try (Socket socket =
                                                    new Socket(
                                                            InetAddress.getLoopbackAddress(),
                                                            CLUSTER.port())) {
                                                socket.getOutputStream()
                                                        .write(
                                                                HexFormat.of()
                                                                        .parseHex(
                                                                                c.bytes.replace(
                                                                                        " ", "")));
                                                assertThat(socket.getInputStream().read())
                                                        .isEqualTo(-1);
                                            }
                                        }));
    }

    private record Refusal(
            String name, int type, int dclass, int opcode, int ednsVersion, int code) {}

    @TestFactory
    Stream<DynamicTest> refuses() {
        return Stream.of(
                        new Refusal(WEB, Type.AXFR, DClass.IN, Opcode.QUERY, -1, Rcode.REFUSED),
                        new Refusal(WEB, Type.IXFR, DClass.IN, Opcode.QUERY, -1, Rcode.REFUSED),
                        new Refusal(
                                "example.com.",
                                Type.AXFR,
                                DClass.IN,
                                Opcode.QUERY,
                                -1,
                                Rcode.REFUSED),
                        new Refusal(
                                "version.bind.",
                                Type.TXT,
                                DClass.CH,
                                Opcode.QUERY,
                                -1,
                                Rcode.REFUSED),
                        new Refusal(WEB, Type.A, DClass.ANY, Opcode.QUERY, -1, Rcode.REFUSED),
                        new Refusal(WEB, Type.TKEY, DClass.IN, Opcode.QUERY, -1, Rcode.FORMERR),
                        new Refusal(WEB, Type.A, DClass.IN, Opcode.STATUS, -1, Rcode.NOTIMP),
                        new Refusal(WEB, Type.A, DClass.IN, Opcode.UPDATE, -1, Rcode.NOTIMP),
                        new Refusal(WEB, Type.A, DClass.IN, Opcode.QUERY, 1, Rcode.BADVERS),
                        new Refusal(
                                "example.com.",
                                Type.A,
                                DClass.IN,
                                Opcode.QUERY,
                                -1,
                                Rcode.SERVFAIL))
                .map(
                        c ->
                                DynamicTest.dynamicTest(
                                        c.toString(),
                                        () -> {
                                            Message question = new Message();
                                            question.getHeader().setOpcode(c.opcode);
                                            question.addRecord(
                                                    Record.newRecord(
                                                            Name.fromString(c.name),
                                                            c.type,
                                                            c.dclass),
                                                    Section.QUESTION);
                                            if (c.ednsVersion >= 0) {
                                                question.addRecord(
                                                        new OPTRecord(1232, 0, c.ednsVersion),
                                                        Section.ADDITIONAL);
                                            }
                                            assertThat(
                                                            UdpExchange.send(
                                                                            CLUSTER.port(),
                                                                            question)
                                                                    .getRcode())
                                                    .isEqualTo(c.code);
                                        }));
    }

    @Test
    void staysAliveUnderRandomPackets() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] valid = TestCluster.question(WEB, "A").toWire();
        for (int i = 0; i < 5000; i++) {
            byte[] packet = new byte[random.nextInt(600)];
            random.nextBytes(packet);
            if (random.nextBoolean()) {
                packet = valid.clone();
                packet[random.nextInt(packet.length)] = (byte) random.nextInt();
            }
            UdpExchange.sendOnly(CLUSTER.port(), packet);
        }
        assertThat(Answers.data(CLUSTER.ask(WEB, "A"))).as("seed %d", seed).isNotEmpty();
    }

    @Test
    void countsUnderCoreDnsNames() {
        CLUSTER.ask(WEB, "TXT");
        SimpleMeterRegistry metrics = CLUSTER.metrics();
        assertThat(
                        metrics.get("coredns_dns_requests_total")
                                .tags("server", "dns://:53", "zone", ".", "view", "")
                                .tags("proto", "udp", "family", "1", "type", "TXT")
                                .counter()
                                .count())
                .isPositive();
        assertThat(
                        metrics.get("coredns_dns_responses_total")
                                .tags("rcode", "NOERROR", "plugin", "kubernetes")
                                .counter()
                                .count())
                .isPositive();
        assertThat(metrics.get("coredns_dns_request_duration").timer().count()).isPositive();
    }
}
