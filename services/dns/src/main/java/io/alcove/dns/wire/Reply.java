package io.alcove.dns.wire;

import java.util.Arrays;
import java.util.Optional;

/**
 * Another server's answer, read through to its end.
 *
 * @param message as it came
 * @param timesToLive the places of its records' TTLs
 * @param lifetimeSeconds how long it may be repeated; 0 is not at all
 */
public record Reply(byte[] message, ResponseCode code, int[] timesToLive, long lifetimeSeconds) {

    /** Whether it did not fit into a datagram. */
    public boolean isTruncated() {
        return (Header.u16(message, Header.FLAGS) & Header.TRUNCATED) != 0;
    }

    /**
     * Reads an answer to the question; empty where it is none, or an answer to another.
     *
     * @param id that the question was sent with
     */
    public static Optional<Reply> parse(byte[] message, int id, Query query) {
        return new ReplyParser(message, query).parse(id);
    }

    /**
     * Writes it as the answer to a client: its id, its spelling of the name, TTLs less what has
     * passed, and no more than fits.
     */
    public void writeTo(MessageWriter out, Query query, long ageSeconds, int limit) {
        if (message.length > limit) {
            out.begin(query, code, false, limit);
            out.truncated();
            return;
        }
        byte[] answer = Arrays.copyOf(message, message.length);
        Header.putU16(answer, 0, query.id());
        Header.putU16(
                answer,
                Header.FLAGS,
                Header.u16(answer, Header.FLAGS) | Header.RECURSION_AVAILABLE);
        System.arraycopy(query.question(), 0, answer, Header.LENGTH, query.question().length);
        for (int place : timesToLive) {
            Header.putU32(answer, place, Math.max(0, Header.u32(answer, place) - ageSeconds));
        }
        out.whole(answer, answer.length);
    }

    /** Adds the answers to a message that already has an alias; false where one did not fit. */
    public boolean copyAnswersTo(MessageWriter out) {
        return new ReplyRecords(message).copyAnswersTo(out);
    }
}
