package io.alcove.dns.resolve;

import io.alcove.dns.wire.DnsName;
import io.alcove.dns.wire.Query;
import java.util.Optional;

/** What is to happen with a packet. */
public sealed interface Outcome {

    /** Nobody is answered. */
    record Silence() implements Outcome {}

    /** The answer is written. */
    record Ready() implements Outcome {}

    /**
     * Other servers have to be asked, which blocks. It holds a place among the outstanding forwards
     * until {@link Resolver#finish}, which must follow.
     *
     * @param alias the name to ask for where the question's own stands for one outside the cluster
     * @param limit the most bytes of the answer
     * @param startNanos when the question came
     */
    record Forward(Query query, Optional<DnsName> alias, int limit, long startNanos)
            implements Outcome {}
}
