package io.alcove.dns.forward;

import io.alcove.dns.wire.Query;
import io.alcove.dns.wire.Reply;
import io.alcove.dns.wire.ResponseCode;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks one server after the other, beginning with the one that answered last, until one has an
 * answer or the time is over. A server that fails or refuses is passed over; what it said is the
 * answer only if nobody knows better.
 */
public final class Forwarder {

    private static final Logger LOG = System.getLogger(Forwarder.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration ONE_TRY = Duration.ofSeconds(2);
    private static final int ROUNDS = 2;

    private final List<Upstream> upstreams;
    private final ReplyCache cache;
    private volatile int preferred;

    public Forwarder(List<Upstream> upstreams, ReplyCache cache) {
        this.upstreams = List.copyOf(upstreams);
        this.cache = cache;
    }

    /** The answer that is still in memory. */
    public Optional<ReplyCache.Hit> remembered(Query query) {
        return cache.find(query);
    }

    /** The answer from memory or the network; empty where no server gave one in time. Blocks. */
    public Optional<ReplyCache.Hit> ask(Query query) {
        Optional<ReplyCache.Hit> hit = cache.find(query);
        if (hit.isPresent()) {
            return hit;
        }
        Optional<Reply> reply = askServers(query);
        reply.ifPresent(r -> cache.put(query, r));
        return reply.map(r -> new ReplyCache.Hit(r, 0));
    }

    private Optional<Reply> askServers(Query query) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int first = preferred;
        for (int round = 0; round < ROUNDS; round++) {
            Reply worse = null;
            for (int i = 0; i < upstreams.size(); i++) {
                int server = (first + i) % upstreams.size();
                Duration left = Duration.ofNanos(end - System.nanoTime());
                Reply reply = left.isPositive() ? ask(upstreams.get(server), query, left) : null;
                if (reply != null && isAnswer(reply.code())) {
                    preferred = server;
                    return Optional.of(reply);
                }
                worse = reply == null ? worse : reply;
            }
            if (worse != null) {
                return Optional.of(worse);
            }
        }
        return Optional.empty();
    }

    private static @Nullable Reply ask(Upstream upstream, Query query, Duration left) {
        try {
            return upstream.ask(query, left.compareTo(ONE_TRY) < 0 ? left : ONE_TRY);
        } catch (IOException e) {
            LOG.log(
                    Level.DEBUG,
                    "forward failed upstream={0} message={1}",
                    upstream,
                    e.getMessage());
            return null;
        }
    }

    private static boolean isAnswer(ResponseCode code) {
        return switch (code) {
            case NOERROR, NXDOMAIN -> true;
            case FORMERR, SERVFAIL, NOTIMP, REFUSED, BADVERS -> false;
        };
    }
}
