package io.alcove.dns.wire;

/**
 * A question that is worth an answer.
 *
 * @param flags of its header
 * @param question name, type and class as they came, in the client's own case
 * @param name the same name for comparison
 */
public record Query(
        int id, int flags, byte[] question, DnsName name, int type, int questionClass, Edns edns)
        implements Parsed {

    public static final int CLASS_IN = 1;

    /** The largest answer over UDP: what passes everywhere without fragments. */
    public static final int MAX_UDP_PAYLOAD = 1232;

    public static final int MAX_MESSAGE = 65_535;

    /** The largest answer over UDP that both sides take. */
    public int udpLimit() {
        return Math.clamp(edns.payload(), Edns.MIN_PAYLOAD, MAX_UDP_PAYLOAD);
    }

    /** The same question about another name. */
    public Query about(DnsName other) {
        byte[] asked = new byte[other.length() + 4];
        other.copyTo(asked, 0);
        System.arraycopy(question, question.length - 4, asked, other.length(), 4);
        return new Query(id, flags, asked, other, type, questionClass, edns);
    }
}
