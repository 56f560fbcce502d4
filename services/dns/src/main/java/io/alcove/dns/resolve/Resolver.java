package io.alcove.dns.resolve;

import io.alcove.dns.forward.Forwarder;
import io.alcove.dns.forward.ReplyCache;
import io.alcove.dns.wire.DnsName;
import io.alcove.dns.wire.MessageWriter;
import io.alcove.dns.wire.Parsed;
import io.alcove.dns.wire.Query;
import io.alcove.dns.wire.QueryParser;
import io.alcove.dns.wire.RecordType;
import io.alcove.dns.wire.ResponseCode;
import io.alcove.dns.zone.ClusterZone;
import io.alcove.dns.zone.Records;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/**
 * Who answers what: the cluster's names and its addresses from memory, all others by forwarding.
 * Safe for any number of threads, each with a writer of its own.
 */
public final class Resolver {

    /** As kubeadm's CoreDNS; more are refused. */
    private static final int MAX_FORWARDS = 1000;

    private static final DnsName V4_REVERSE = DnsName.parse("in-addr.arpa").orElseThrow();
    private static final DnsName V6_REVERSE = DnsName.parse("ip6.arpa").orElseThrow();
    private static final DnsName REVERSE = DnsName.parse("arpa").orElseThrow();
    private static final Outcome SILENCE = new Outcome.Silence();
    private static final Outcome READY = new Outcome.Ready();

    private final ClusterZone zone;
    private final ClusterAnswers cluster;
    private final BooleanSupplier isSynced;
    private final Forwarder forwarder;
    private final ResolverMetrics metrics;
    private final Semaphore forwards = new Semaphore(MAX_FORWARDS);

    /**
     * @param isSynced whether the zone holds the whole cluster
     */
    public Resolver(
            ClusterZone zone,
            BooleanSupplier isSynced,
            Forwarder forwarder,
            ResolverMetrics metrics) {
        this.zone = zone;
        this.cluster = new ClusterAnswers(zone);
        this.isSynced = isSynced;
        this.forwarder = forwarder;
        this.metrics = metrics;
    }

    /** Answers from memory, without waiting, or says that others have to be asked. */
    public Outcome resolve(byte[] packet, int length, Client client, MessageWriter out) {
        return switch (QueryParser.parse(packet, length)) {
            case Parsed.Ignored _ -> SILENCE;
            case Parsed.Faulty faulty -> {
                out.begin(faulty);
                yield READY;
            }
            case Query query -> {
                long start = System.nanoTime();
                metrics.asked(client, query.type());
                yield resolve(query, client.transport().limit(query), start, out);
            }
        };
    }

    /** Asks other servers and writes the answer. Blocks. */
    public void finish(Outcome.Forward forward, MessageWriter out) {
        try {
            if (forward.alias().isEmpty()) {
                relay(forward.query(), forward.limit(), out);
            } else {
                follow(forward, forward.alias().get(), out);
            }
            metrics.answered(Source.FORWARD, out.code(), forward.startNanos());
        } finally {
            forwards.release();
        }
    }

    private Outcome resolve(Query query, int limit, long start, MessageWriter out) {
        ResponseCode refusal = refusal(query);
        if (refusal != ResponseCode.NOERROR) {
            return refuse(query, refusal, limit, start, out);
        }
        boolean own = cluster.owns(query.name());
        boolean reverse = !own && query.name().isBelowOrEqual(REVERSE);
        if ((own || reverse) && !isSynced.getAsBoolean()) {
            return refuse(query, ResponseCode.SERVFAIL, limit, start, out);
        }
        if (own) {
            Optional<DnsName> alias = cluster.answer(query, limit, out);
            return alias.isPresent()
                    ? forward(query, alias, limit, start, out)
                    : ready(Source.KUBERNETES, start, out);
        }
        if (reverse && answersReverse(query, limit, out)) {
            return ready(Source.KUBERNETES, start, out);
        }
        Optional<ReplyCache.Hit> hit = forwarder.remembered(query);
        if (hit.isPresent()) {
            write(hit.get(), query, limit, out);
            return ready(Source.CACHE, start, out);
        }
        return forward(query, Optional.empty(), limit, start, out);
    }

    private boolean answersReverse(Query query, int limit, MessageWriter out) {
        Optional<Records> address = zone.findReverse(query.name());
        address.ifPresent(
                records -> {
                    boolean v4 = query.name().isBelowOrEqual(V4_REVERSE);
                    DnsName arpa = v4 ? V4_REVERSE : V6_REVERSE;
                    cluster.answerReverse(query, records, arpa, limit, out);
                });
        return address.isPresent();
    }

    private Outcome ready(Source source, long start, MessageWriter out) {
        metrics.answered(source, out.code(), start);
        return READY;
    }

    private Outcome refuse(
            Query query, ResponseCode code, int limit, long start, MessageWriter out) {
        out.begin(query, code, false, limit);
        return ready(Source.NONE, start, out);
    }

    /** NOERROR where the question is one that is answered. */
    private static ResponseCode refusal(Query query) {
        if (query.edns().version() != 0) {
            return ResponseCode.BADVERS;
        }
        if (query.questionClass() != Query.CLASS_IN) {
            return ResponseCode.REFUSED;
        }
        return switch (query.type()) {
            case RecordType.AXFR, RecordType.IXFR -> ResponseCode.REFUSED;
            case 0, RecordType.OPT, RecordType.TKEY, RecordType.TSIG -> ResponseCode.FORMERR;
            default -> ResponseCode.NOERROR;
        };
    }

    private Outcome forward(
            Query query, Optional<DnsName> alias, int limit, long start, MessageWriter out) {
        if (forwards.tryAcquire()) {
            return new Outcome.Forward(query, alias, limit, start);
        }
        return refuse(query, ResponseCode.REFUSED, limit, start, out);
    }

    private void relay(Query query, int limit, MessageWriter out) {
        Optional<ReplyCache.Hit> hit = forwarder.ask(query);
        if (hit.isPresent()) {
            write(hit.get(), query, limit, out);
        } else {
            out.begin(query, ResponseCode.SERVFAIL, false, limit);
        }
    }

    /**
     * The alias from memory, then what others say of its target (RFC 6604: also that it is not).
     */
    private void follow(Outcome.Forward forward, DnsName target, MessageWriter out) {
        Query query = forward.query();
        Optional<ReplyCache.Hit> hit = forwarder.ask(query.about(target));
        Optional<DnsName> alias = cluster.answer(query, forward.limit(), out);
        if (hit.isEmpty() || !alias.equals(forward.alias()) || isFailure(hit.get())) {
            out.begin(query, ResponseCode.SERVFAIL, false, forward.limit());
            return;
        }
        out.code(hit.get().reply().code());
        if (!hit.get().reply().copyAnswersTo(out)) {
            out.truncated();
        }
    }

    private static boolean isFailure(ReplyCache.Hit hit) {
        return switch (hit.reply().code()) {
            case NOERROR, NXDOMAIN -> false;
            case FORMERR, SERVFAIL, NOTIMP, REFUSED, BADVERS -> true;
        };
    }

    private static void write(ReplyCache.Hit hit, Query query, int limit, MessageWriter out) {
        hit.reply().writeTo(out, query, hit.ageSeconds(), limit);
    }
}
