package io.alcove.apiserver.storage.etcd;

import com.google.protobuf.ByteString;
import io.alcove.apiserver.storage.ListPage;
import io.alcove.apiserver.storage.StoreKey;
import io.alcove.apiserver.storage.StoredValue;
import io.alcove.apiserver.storage.etcd.EtcdCalls.CompactedException;
import io.alcove.proto.etcd.v3.KeyValue;
import io.alcove.proto.etcd.v3.RangeRequest;
import io.alcove.proto.etcd.v3.RangeResponse;
import java.util.ArrayList;
import java.util.List;

/** Reads of many keys, in pieces that no message outgrows, all at one revision. */
final class EtcdRanges {

    /** Values are up to 1.5 MiB each. */
    static final int PAGE = 500;

    private final EtcdCalls calls;
    private final EtcdKeys keys;

    EtcdRanges(EtcdCalls calls, EtcdKeys keys) {
        this.calls = calls;
        this.keys = keys;
    }

    static StoredValue value(StoreKey key, KeyValue kv) {
        return new StoredValue(key, kv.getValue().toByteArray(), kv.getModRevision());
    }

    /** Of the whole of etcd, as a majority of it knows it. */
    long revision() {
        RangeRequest one =
                RangeRequest.newBuilder()
                        .setKey(keys.key(StoreKey.ROOT))
                        .setCountOnly(true)
                        .build();
        return calls.readNewest(kv -> kv.range(one)).getHeader().getRevision();
    }

    /** Whether what came after the revision is still there. */
    boolean holds(long revision) {
        RangeRequest one =
                RangeRequest.newBuilder()
                        .setKey(keys.key(StoreKey.ROOT))
                        .setCountOnly(true)
                        .setRevision(Math.max(1, revision))
                        .build();
        try {
            calls.read(kv -> kv.range(one));
            return true;
        } catch (CompactedException _) {
            return false;
        }
    }

    ListPage.Values list(String prefix, long revision, String afterPath, int limit)
            throws CompactedException {
        List<StoredValue> values = new ArrayList<>();
        ByteString end = keys.endOf(prefix);
        ByteString next =
                afterPath.compareTo(prefix) > 0 ? keys.after(afterPath) : keys.key(prefix);
        long at = revision;
        while (true) {
            int wanted = limit == 0 ? PAGE : Math.min(PAGE, limit - values.size());
            RangeResponse page = page(next, end, at, wanted);
            at = at == 0 ? page.getHeader().getRevision() : at;
            add(page, values);
            long remaining = page.getCount() - page.getKvsCount();
            if (remaining == 0 || (limit > 0 && values.size() >= limit)) {
                return new ListPage.Values(values, at, remaining);
            }
            next = page.getKvs(page.getKvsCount() - 1).getKey().concat(EtcdKeys.NEXT);
        }
    }

    private RangeResponse page(ByteString from, ByteString to, long revision, int limit)
            throws CompactedException {
        RangeRequest request =
                RangeRequest.newBuilder()
                        .setKey(from)
                        .setRangeEnd(to)
                        .setRevision(revision)
                        .setLimit(limit)
                        .build();
        return calls.read(kv -> kv.range(request));
    }

    private void add(RangeResponse page, List<StoredValue> values) {
        for (KeyValue kv : page.getKvsList()) {
            keys.parse(kv.getKey()).ifPresent(key -> values.add(value(key, kv)));
        }
    }
}
