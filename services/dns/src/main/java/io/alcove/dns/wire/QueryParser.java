package io.alcove.dns.wire;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads questions, of which any may be made by an enemy. */
public final class QueryParser {

    private static final Parsed.Ignored IGNORED = new Parsed.Ignored();

    /** A client has nothing to answer, and adds an OPT and perhaps a signature. */
    private static final int MAX_ADDITIONALS = 2;

    private static final int RECORD_FIXED = 10;

    private QueryParser() {}

    public static Parsed parse(byte[] packet, int length) {
        if (length < Header.LENGTH) {
            return IGNORED;
        }
        int id = Header.u16(packet, 0);
        int flags = Header.u16(packet, Header.FLAGS);
        if ((flags & Header.RESPONSE) != 0) {
            return IGNORED;
        }
        if ((flags & Header.OPCODE) != 0) {
            return new Parsed.Faulty(id, flags, ResponseCode.NOTIMP);
        }
        Parsed.Faulty malformed = new Parsed.Faulty(id, flags, ResponseCode.FORMERR);
        if (Header.u16(packet, Header.QUESTIONS) != 1
                || Header.u16(packet, Header.ANSWERS) != 0
                || Header.u16(packet, Header.AUTHORITIES) > 1 // of IXFR, which is refused
                || Header.u16(packet, Header.ADDITIONALS) > MAX_ADDITIONALS) {
            return malformed;
        }
        int nameEnd = plainName(packet, length);
        if (nameEnd < 0 || nameEnd + 4 > length) {
            return malformed;
        }
        Edns edns = edns(packet, length, nameEnd + 4);
        if (edns == null) {
            return malformed;
        }
        return new Query(
                id,
                flags,
                Arrays.copyOfRange(packet, Header.LENGTH, nameEnd + 4),
                DnsName.ofWire(packet, Header.LENGTH, nameEnd - Header.LENGTH),
                Header.u16(packet, nameEnd),
                Header.u16(packet, nameEnd + 2),
                edns);
    }

    /** The end of the question's name; -1 where it is none or, before all else, has a pointer. */
    private static int plainName(byte[] packet, int length) {
        int end = Names.skip(packet, length, Header.LENGTH);
        return end > 0 && packet[end - 1] == 0 && endsPlain(packet, end) ? end : -1;
    }

    private static boolean endsPlain(byte[] packet, int end) {
        int at = Header.LENGTH;
        while (packet[at] > 0) {
            at += packet[at] + 1;
        }
        return packet[at] == 0 && at == end - 1;
    }

    /** Null where a record is cut, or there are two OPT records. */
    private static @Nullable Edns edns(byte[] packet, int length, int start) {
        int authorities = Header.u16(packet, Header.AUTHORITIES);
        int records = authorities + Header.u16(packet, Header.ADDITIONALS);
        Edns found = Edns.NONE;
        int at = start;
        for (int i = 0; i < records; i++) {
            int fixed = Names.skip(packet, length, at);
            if (fixed < 0 || fixed + RECORD_FIXED > length) {
                return null;
            }
            int end = fixed + RECORD_FIXED + Header.u16(packet, fixed + 8);
            if (end > length) {
                return null;
            }
            if (Header.u16(packet, fixed) == RecordType.OPT) {
                if (found.present() || i < authorities || fixed != at + 1) {
                    return null;
                }
                found =
                        new Edns(
                                true,
                                Header.u16(packet, fixed + 2),
                                packet[fixed + 5] & 0xff,
                                (Header.u16(packet, fixed + 6) & Header.DNSSEC_OK) != 0);
            }
            at = end;
        }
        return found;
    }
}
