package io.alcove.dns.wire;

/**
 * What a client said in its OPT record (RFC 6891).
 *
 * @param payload the largest UDP answer that it takes
 */
public record Edns(boolean present, int payload, int version, boolean dnssecOk) {

    static final int MIN_PAYLOAD = 512;

    /** A client that knows nothing of it. */
    public static final Edns NONE = new Edns(false, MIN_PAYLOAD, 0, false);
}
