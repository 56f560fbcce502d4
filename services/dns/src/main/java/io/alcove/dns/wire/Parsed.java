package io.alcove.dns.wire;

/** What came in a packet that should be a question. */
public sealed interface Parsed permits Query, Parsed.Faulty, Parsed.Ignored {

    /**
     * A packet that is told its fault.
     *
     * @param flags of its header
     */
    record Faulty(int id, int flags, ResponseCode code) implements Parsed {}

    /** A packet that is too short for an answer, or an answer itself. */
    record Ignored() implements Parsed {}
}
