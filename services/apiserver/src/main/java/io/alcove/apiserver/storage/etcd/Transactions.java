package io.alcove.apiserver.storage.etcd;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.alcove.proto.etcd.v3.Compare;
import io.alcove.proto.etcd.v3.DeleteRangeRequest;
import io.alcove.proto.etcd.v3.PutRequest;
import io.alcove.proto.etcd.v3.RangeRequest;
import io.alcove.proto.etcd.v3.RequestOp;
import io.alcove.proto.etcd.v3.TxnRequest;

/** Writes of one key that happen only while the key is at a revision; else it is read. */
final class Transactions {

    /** The revision of a key that holds nothing. */
    static final long ABSENT = 0;

    private Transactions() {}

    static TxnRequest put(ByteString key, byte[] value, long expectedRevision) {
        PutRequest put =
                PutRequest.newBuilder()
                        .setKey(key)
                        .setValue(UnsafeByteOperations.unsafeWrap(value))
                        .build();
        return atRevision(key, expectedRevision, RequestOp.newBuilder().setRequestPut(put).build());
    }

    static TxnRequest delete(ByteString key, long expectedRevision) {
        return atRevision(
                key,
                expectedRevision,
                RequestOp.newBuilder()
                        .setRequestDeleteRange(DeleteRangeRequest.newBuilder().setKey(key))
                        .build());
    }

    private static TxnRequest atRevision(ByteString key, long expected, RequestOp write) {
        return TxnRequest.newBuilder()
                .addCompare(
                        Compare.newBuilder()
                                .setKey(key)
                                .setTarget(Compare.CompareTarget.MOD)
                                .setResult(Compare.CompareResult.EQUAL)
                                .setModRevision(expected))
                .addSuccess(write)
                .addFailure(
                        RequestOp.newBuilder()
                                .setRequestRange(RangeRequest.newBuilder().setKey(key)))
                .build();
    }
}
