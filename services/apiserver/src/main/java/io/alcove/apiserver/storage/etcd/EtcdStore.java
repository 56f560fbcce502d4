package io.alcove.apiserver.storage.etcd;

import com.google.protobuf.ByteString;
import io.alcove.apiserver.storage.ListPage;
import io.alcove.apiserver.storage.Store;
import io.alcove.apiserver.storage.StoreKey;
import io.alcove.apiserver.storage.StoredValue;
import io.alcove.apiserver.storage.WriteResult;
import io.alcove.apiserver.storage.etcd.EtcdCalls.CompactedException;
import io.alcove.proto.etcd.v3.CompactionRequest;
import io.alcove.proto.etcd.v3.KeyValue;
import io.alcove.proto.etcd.v3.RangeRequest;
import io.alcove.proto.etcd.v3.TxnRequest;
import io.alcove.proto.etcd.v3.TxnResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A store in etcd, shared with other servers. Its revisions are etcd's: writes of others count too,
 * so that those of this prefix have gaps between them.
 */
public final class EtcdStore implements Store {

    private final EtcdEndpoints endpoints;
    private final EtcdCalls calls;
    private final EtcdKeys keys;
    private final EtcdRanges ranges;
    private final CoalescedRevision newest;
    private final List<EtcdWatch> watches = new CopyOnWriteArrayList<>();

    private EtcdStore(EtcdEndpoints endpoints, String prefix) {
        this.endpoints = endpoints;
        this.calls = new EtcdCalls(endpoints);
        this.keys = new EtcdKeys(prefix);
        this.ranges = new EtcdRanges(calls, keys);
        this.newest = new CoalescedRevision(ranges::revision, EtcdCalls.DEADLINE.multipliedBy(2));
    }

    /**
     * @throws io.alcove.apiserver.storage.StoreException where etcd does not answer
     */
    public static EtcdStore open(EtcdOptions options) {
        EtcdStore store = new EtcdStore(EtcdEndpoints.open(options), options.prefix());
        try {
            store.revision();
            return store;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    @Override
    public WriteResult create(StoreKey key, byte[] value) {
        return write(key, Transactions.put(keys.key(key), value, Transactions.ABSENT));
    }

    @Override
    public WriteResult update(StoreKey key, byte[] value, long expectedRevision) {
        return expectedRevision == Transactions.ABSENT
                ? refusal(get(key))
                : write(key, Transactions.put(keys.key(key), value, expectedRevision));
    }

    @Override
    public WriteResult delete(StoreKey key, long expectedRevision) {
        return expectedRevision == Transactions.ABSENT
                ? refusal(get(key))
                : write(key, Transactions.delete(keys.key(key), expectedRevision));
    }

    private WriteResult write(StoreKey key, TxnRequest transaction) {
        TxnResponse response = calls.write(kv -> kv.txn(transaction));
        if (response.getSucceeded()) {
            return new WriteResult.Written(response.getHeader().getRevision());
        }
        List<KeyValue> held = response.getResponses(0).getResponseRange().getKvsList();
        return refusal(held.stream().findFirst().map(kv -> EtcdRanges.value(key, kv)));
    }

    private static WriteResult refusal(Optional<StoredValue> held) {
        return held.<WriteResult>map(WriteResult.Conflict::new).orElseGet(WriteResult.Missing::new);
    }

    @Override
    public Optional<StoredValue> get(StoreKey key) {
        ByteString name = keys.key(key);
        return calls
                .readNewest(kv -> kv.range(RangeRequest.newBuilder().setKey(name).build()))
                .getKvsList()
                .stream()
                .findFirst()
                .map(kv -> EtcdRanges.value(key, kv));
    }

    @Override
    public ListPage list(String prefix, long revision, String afterPath, int limit) {
        try {
            return ranges.list(prefix, revision, afterPath, limit);
        } catch (CompactedException _) {
            return revision == 0
                    ? list(prefix, revision, afterPath, limit)
                    : new ListPage.Compacted(ranges.revision());
        }
    }

    @Override
    public Optional<Subscription> subscribe(long afterRevision, Subscriber subscriber) {
        if (!ranges.holds(afterRevision)) {
            return Optional.empty();
        }
        EtcdWatch watch =
                new EtcdWatch(endpoints, keys, afterRevision, subscriber, watches::remove);
        watches.add(watch);
        watch.start();
        return Optional.of(watch);
    }

    /**
     * A question to etcd, so that it is known what another server has written. Who then waits for
     * its subscription to come to this revision is told when it has, even where the newest
     * revisions are none of this prefix.
     */
    @Override
    public long revision() {
        long seen = watches.stream().mapToLong(EtcdWatch::delivered).max().orElse(0);
        long revision = newest.read();
        watches.forEach(watch -> watch.expect(seen, revision));
        return revision;
    }

    @Override
    public void compact(long revision) {
        long target = Math.min(revision, ranges.revision());
        try {
            calls.read(
                    kv -> kv.compact(CompactionRequest.newBuilder().setRevision(target).build()));
        } catch (CompactedException _) {
            // another server was faster
        }
    }

    @Override
    public void close() {
        watches.forEach(EtcdWatch::close);
        endpoints.close();
    }
}
