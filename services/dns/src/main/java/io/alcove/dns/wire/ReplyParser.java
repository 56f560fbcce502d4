package io.alcove.dns.wire;

import java.util.Arrays;
import java.util.Optional;

/** Reads replies; any may be made by an enemy who guesses. */
final class ReplyParser {

    private static final int RECORD_FIXED = 10;
    private static final int SOA_NUMBERS = 20;

    private final byte[] message;
    private final Query query;
    private long positive = Long.MAX_VALUE;
    private long negative;
    private int[] timesToLive = new int[16];
    private int count;

    ReplyParser(byte[] message, Query query) {
        this.message = message;
        this.query = query;
    }

    Optional<Reply> parse(int id) {
        if (!answers(id)) {
            return Optional.empty();
        }
        int answers = Header.u16(message, Header.ANSWERS);
        int others =
                Header.u16(message, Header.AUTHORITIES) + Header.u16(message, Header.ADDITIONALS);
        int at = Header.LENGTH + query.question().length;
        for (int i = 0; i < answers + others; i++) {
            at = record(at, i < answers);
            if (at < 0) {
                // a truncated reply may be cut anywhere; all that counts is that it is
                return truncated() ? Optional.of(reply(0)) : Optional.empty();
            }
        }
        return Optional.of(reply(truncated() ? 0 : lifetime(answers)));
    }

    private boolean answers(int id) {
        if (message.length < Header.LENGTH + query.question().length) {
            return false;
        }
        int flags = Header.u16(message, Header.FLAGS);
        return Header.u16(message, 0) == id
                && (flags & (Header.RESPONSE | Header.OPCODE)) == Header.RESPONSE
                && Header.u16(message, Header.QUESTIONS) == 1
                && sameQuestion();
    }

    private boolean sameQuestion() {
        int name = query.name().length();
        int end = Header.LENGTH + name;
        return DnsName.ofWire(message, Header.LENGTH, name).equals(query.name())
                && Header.u16(message, end) == query.type()
                && Header.u16(message, end + 2) == query.questionClass();
    }

    /** The place after the record; -1 where it is cut. */
    private int record(int start, boolean isAnswer) {
        int fixed = Names.skip(message, message.length, start);
        if (fixed < 0 || fixed + RECORD_FIXED > message.length) {
            return -1;
        }
        int type = Header.u16(message, fixed);
        int end = fixed + RECORD_FIXED + Header.u16(message, fixed + 8);
        if (end > message.length) {
            return -1;
        }
        if (type != RecordType.OPT) {
            remember(fixed + 4);
            long ttl = Header.u32(message, fixed + 4);
            if (isAnswer) {
                positive = Math.min(positive, ttl);
            } else if (type == RecordType.SOA && end - fixed - RECORD_FIXED > SOA_NUMBERS) {
                negative = Math.min(ttl, Header.u32(message, end - 4));
            }
        }
        return end;
    }

    private void remember(int place) {
        if (count == timesToLive.length) {
            timesToLive = Arrays.copyOf(timesToLive, count * 2);
        }
        timesToLive[count++] = place;
    }

    /** RFC 2308: what does not exist is remembered for as long as the zone's SOA allows. */
    private long lifetime(int answers) {
        return switch (code()) {
            case NOERROR -> answers > 0 ? positive : negative;
            case NXDOMAIN -> answers > 0 ? Math.min(positive, negative) : negative;
            default -> 0;
        };
    }

    private Reply reply(long lifetime) {
        return new Reply(message, code(), Arrays.copyOf(timesToLive, count), lifetime);
    }

    private ResponseCode code() {
        return ResponseCode.of(Header.u16(message, Header.FLAGS) & Header.CODE);
    }

    private boolean truncated() {
        return (Header.u16(message, Header.FLAGS) & Header.TRUNCATED) != 0;
    }
}
