package io.alcove.dns;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Answers as a table shows them. */
final class Answers {

    private Answers() {}

    /**
     * The code where it is not NOERROR, the answers in the order of their text, the owner of the
     * SOA behind "soa", and the additional addresses behind "+".
     */
    static String text(Message message) {
        Stream<String> code =
                message.getRcode() == Rcode.NOERROR
                        ? Stream.empty()
                        : Stream.of(Rcode.string(message.getRcode()));
        Stream<String> answers = sorted(message, Section.ANSWER, "");
        Stream<String> authority =
                message.getSection(Section.AUTHORITY).stream()
                        .filter(SOARecord.class::isInstance)
                        .map(soa -> "soa " + soa.getName());
        Stream<String> additional = sorted(message, Section.ADDITIONAL, "+ ");
        return Stream.of(code, answers, authority, additional)
                .flatMap(s -> s)
                .collect(Collectors.joining("; "));
    }

    static List<String> data(Message message) {
        return message.getSection(Section.ANSWER).stream().map(Record::rdataToString).toList();
    }

    static boolean isAuthoritative(Message message) {
        return message.getHeader().getFlag(Flags.AA);
    }

    static boolean isTruncated(Message message) {
        return message.getHeader().getFlag(Flags.TC);
    }

    private static Stream<String> sorted(Message message, int section, String mark) {
        return message.getSection(section).stream()
                .filter(record -> record.getType() != Type.OPT)
                .map(
                        record ->
                                mark
                                        + record.getName()
                                        + " "
                                        + record.getTTL()
                                        + " "
                                        + Type.string(record.getType())
                                        + " "
                                        + record.rdataToString())
                .sorted();
    }
}
