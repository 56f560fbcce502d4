package io.alcove.dns.forward;

import io.alcove.dns.wire.DnsName;
import io.alcove.dns.wire.Query;
import io.alcove.dns.wire.Reply;
import io.alcove.dns.wire.UpstreamQuery;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Answers of other servers, good and bad news alike, each for as long as it allows but no longer
 * than kubeadm's CoreDNS keeps any. Of the most that it holds, those go first that were least asked
 * for of late.
 */
public final class ReplyCache {

    private static final int MAX_ENTRIES = 4096;
    private static final int MAX_MESSAGE = 2048;
    private static final long MAX_SECONDS = 30;
    private static final long NANOS = 1_000_000_000;

    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private final LinkedHashMap<Key, Entry> entries = new LinkedHashMap<>(64, 0.75f, true);

    /**
     * @param nanoTime as {@link System#nanoTime}
     */
    public ReplyCache(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** An answer, and the seconds since it came. */
    public record Hit(Reply reply, long ageSeconds) {}

    private record Key(
            DnsName name, int type, int questionClass, int flags, boolean edns, boolean dnssecOk) {

        static Key of(Query query) {
            return new Key(
                    query.name(),
                    query.type(),
                    query.questionClass(),
                    UpstreamQuery.flags(query),
                    query.edns().present(),
                    query.edns().dnssecOk());
        }
    }

    private record Entry(Reply reply, long since) {}

    Optional<Hit> find(Query query) {
        Key key = Key.of(query);
        long now = nanoTime.getAsLong();
        lock.lock();
        try {
            Entry entry = entries.get(key);
            if (entry == null) {
                return Optional.empty();
            }
            long age = (now - entry.since) / NANOS;
            if (age >= Math.min(MAX_SECONDS, entry.reply.lifetimeSeconds())) {
                entries.remove(key);
                return Optional.empty();
            }
            return Optional.of(new Hit(entry.reply, age));
        } finally {
            lock.unlock();
        }
    }

    void put(Query query, Reply reply) {
        if (reply.lifetimeSeconds() == 0 || reply.message().length > MAX_MESSAGE) {
            return;
        }
        Entry entry = new Entry(reply, nanoTime.getAsLong());
        lock.lock();
        try {
            entries.put(Key.of(query), entry);
            if (entries.size() > MAX_ENTRIES) {
                entries.pollFirstEntry();
            }
        } finally {
            lock.unlock();
        }
    }
}
