package io.alcove.dns.forward;

import io.alcove.dns.wire.Query;
import io.alcove.dns.wire.Reply;
import java.io.IOException;
import java.time.Duration;

/** One server that is asked. Blocks, so it belongs on virtual threads; safe for any number. */
@FunctionalInterface
public interface Upstream {

    /**
     * Its answer to this question, whole.
     *
     * @throws IOException where none came within the time
     */
    Reply ask(Query query, Duration patience) throws IOException;
}
