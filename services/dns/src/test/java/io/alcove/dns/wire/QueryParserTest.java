package io.alcove.dns.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is answered to packets that are no questions, or bad ones. */
class QueryParserTest {

    private static final String QUESTION = "01 61 00 0001 0001";
    private static final String OPT = "00 0029 04d0 00000000 0000";

    private record Case(String what, String packet, String result) {}

    private static final List<Case> CASES =
            List.of(
                    new Case("nothing", "", "ignored"),
                    new Case("half a header", "0001 0100 0001", "ignored"),
                    new Case("an answer", header("8180", 1, 0, 0, 0) + QUESTION, "ignored"),
                    new Case("a question", header("0100", 1, 0, 0, 0) + QUESTION, "a. 1"),
                    new Case(
                            "bytes after it",
                            header("0100", 1, 0, 0, 0) + QUESTION + "ffff",
                            "a. 1"),
                    new Case("the root", header("0100", 1, 0, 0, 0) + "00 0002 0001", ". 2"),
                    new Case("an OPT", header("0100", 1, 0, 0, 1) + QUESTION + OPT, "a. 1 1232"),
                    new Case("a status", header("1000", 1, 0, 0, 0) + QUESTION, "NOTIMP"),
                    new Case("a notify", header("2000", 1, 0, 0, 0) + QUESTION, "NOTIMP"),
                    new Case("an update", header("2800", 1, 0, 0, 0) + QUESTION, "NOTIMP"),
                    new Case("no question", header("0100", 0, 0, 0, 0), "FORMERR"),
                    new Case(
                            "two questions",
                            header("0100", 2, 0, 0, 0) + QUESTION + QUESTION,
                            "FORMERR"),
                    new Case("a missing question", header("0100", 1, 0, 0, 0), "FORMERR"),
                    new Case("a cut name", header("0100", 1, 0, 0, 0) + "05 61", "FORMERR"),
                    new Case("a cut type", header("0100", 1, 0, 0, 0) + "01 61 00 00", "FORMERR"),
                    new Case(
                            "a label of 64 bytes",
                            header("0100", 1, 0, 0, 0) + "40" + "61".repeat(64) + "00 0001 0001",
                            "FORMERR"),
                    new Case(
                            "a name of 256 bytes",
                            header("0100", 1, 0, 0, 0)
                                    + ("3f" + "61".repeat(63)).repeat(3)
                                    + "3e"
                                    + "61".repeat(62)
                                    + "00 0001 0001",
                            "FORMERR"),
                    new Case(
                            "a pointer to itself",
                            header("0100", 1, 0, 0, 0) + "c00c 0001 0001",
                            "FORMERR"),
                    new Case(
                            "a pointer into the header",
                            header("0100", 1, 0, 0, 0) + "01 61 c000 0001 0001",
                            "FORMERR"),
                    new Case(
                            "an answer beside the question",
                            header("0100", 1, 1, 0, 0) + QUESTION + "c00c 0001 0001 00000000 0000",
                            "FORMERR"),
                    new Case("a missing record", header("0100", 1, 0, 0, 1) + QUESTION, "FORMERR"),
                    new Case(
                            "a record longer than the packet",
                            header("0100", 1, 0, 0, 1) + QUESTION + "00 0029 04d0 00000000 0005",
                            "FORMERR"),
                    new Case(
                            "two OPT",
                            header("0100", 1, 0, 0, 2) + QUESTION + OPT + OPT,
                            "FORMERR"),
                    new Case(
                            "an OPT with a name",
                            header("0100", 1, 0, 0, 1) + QUESTION + "01 61" + OPT,
                            "FORMERR"),
                    new Case(
                            "many records",
                            header("0100", 1, 0, 0, 65535) + QUESTION + OPT,
                            "FORMERR"));

    @TestFactory
    Stream<DynamicTest> tellsQuestionsFromOthers() {
        return CASES.stream()
                .map(
                        c ->
                                DynamicTest.dynamicTest(
                                        c.what,
                                        () -> assertThat(result(c.packet)).isEqualTo(c.result)));
    }

    @Test
    void takesAnyBytes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] valid = bytes(header("0100", 1, 0, 0, 1) + QUESTION + OPT);
        Query query = (Query) QueryParser.parse(valid, valid.length);
        for (int i = 0; i < 200_000; i++) {
            byte[] packet = valid.clone();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                packet[random.nextInt(packet.length)] = (byte) random.nextInt();
            }
            int length = random.nextInt(packet.length + 1);
            assertThat(QueryParser.parse(packet, length)).as("seed %d", seed).isNotNull();
            Reply.parse(packet, Header.u16(packet, 0), query)
                    .ifPresent(
                            reply -> {
                                reply.copyAnswersTo(begun(query));
                                reply.writeTo(new MessageWriter(), query, 1, 512);
                            });
        }
    }

    @Test
    void readsRepliesOfAnyBytes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] valid =
                bytes(
                        header("8180", 1, 3, 1, 0)
                                + QUESTION
                                + "c00c 0005 0001 0000003c 0004 01 62 c00c"
                                + "c01f 000f 0001 0000003c 0006 000a 01 63 c00c"
                                + "c01f 0001 0001 0000003c 0004 0a000001"
                                + "c00c 0006 0001 0000003c 0018 c00c c00c"
                                + "00000001 00000002 00000003 00000004 00000005");
        byte[] question = bytes(header("0100", 1, 0, 0, 0) + QUESTION);
        Query query = (Query) QueryParser.parse(question, question.length);
        assertThat(Reply.parse(valid, 1, query)).isPresent();
        for (int i = 0; i < 200_000; i++) {
            byte[] packet = valid.clone();
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                packet[19 + random.nextInt(packet.length - 19)] = (byte) random.nextInt();
            }
            Reply.parse(packet, 1, query)
                    .ifPresent(
                            reply -> {
                                assertThat(reply.lifetimeSeconds())
                                        .as("seed %d", seed)
                                        .isNotNegative();
                                reply.copyAnswersTo(begun(query));
                                reply.writeTo(new MessageWriter(), query, 1, 512);
                            });
        }
    }

    private static MessageWriter begun(Query query) {
        MessageWriter out = new MessageWriter();
        out.begin(query, ResponseCode.NOERROR, false, Query.MAX_MESSAGE);
        return out;
    }

    private static String header(
            String flags, int questions, int answers, int authorities, int additionals) {
        return "0001 %s %04x %04x %04x %04x "
                .formatted(flags, questions, answers, authorities, additionals);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static String result(String hex) {
        byte[] packet = bytes(hex);
        return switch (QueryParser.parse(packet, packet.length)) {
            case Parsed.Ignored _ -> "ignored";
            case Parsed.Faulty faulty -> faulty.code().name();
            case Query query ->
                    query.name()
                            + " "
                            + query.type()
                            + (query.edns().present() ? " " + query.edns().payload() : "");
        };
    }
}
