package io.alcove.apiserver.storage.etcd;

import io.alcove.apiserver.storage.BackupFile;
import io.alcove.apiserver.storage.StoreException;
import io.alcove.proto.etcd.v3.MaintenanceGrpc;
import io.alcove.proto.etcd.v3.SnapshotRequest;
import io.alcove.proto.etcd.v3.SnapshotResponse;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;

/** Snapshots of etcd, as etcdctl makes them and etcdutl restores them. */
public final class EtcdBackup {

    private static final Duration DEADLINE = Duration.ofMinutes(30);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What etcd appends to a snapshot: the SHA-256 of what is before. */
    private static final int CHECKSUM = 32;

    private EtcdBackup() {}

    /**
     * Writes a snapshot of the member that answers first into a new file.
     *
     * @return the newest revision before the call; the snapshot may hold later ones
     */
    public static long write(EtcdOptions options, Path target) {
        try (EtcdEndpoints endpoints = EtcdEndpoints.open(options)) {
            long revision =
                    new EtcdRanges(new EtcdCalls(endpoints), new EtcdKeys(options.prefix()))
                            .revision();
            return BackupFile.write(
                    target,
                    partial -> {
                        copy(endpoints, partial);
                        return revision;
                    });
        }
    }

    private static void copy(EtcdEndpoints endpoints, Path target) throws IOException {
        Iterator<SnapshotResponse> parts =
                MaintenanceGrpc.newBlockingStub(endpoints.choose(PATIENCE))
                        .withDeadlineAfter(DEADLINE.toSeconds(), TimeUnit.SECONDS)
                        .snapshot(SnapshotRequest.getDefaultInstance());
        SnapshotChecksum checksum = new SnapshotChecksum();
        try (OutputStream out = Files.newOutputStream(target)) {
            while (parts.hasNext()) {
                SnapshotResponse part = parts.next();
                part.getBlob().writeTo(out);
                checksum.add(part.getBlob().toByteArray());
            }
        } catch (StatusRuntimeException e) {
            throw new StoreException("etcd did not send its snapshot", e);
        }
        if (!checksum.isRight()) {
            throw new StoreException("etcd's snapshot came with a wrong checksum");
        }
    }

    /** Holds back the last bytes, which are the checksum of all others. */
    private static final class SnapshotChecksum {

        private final MessageDigest digest;
        private byte[] last = new byte[0];

        private SnapshotChecksum() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        private void add(byte[] part) {
            byte[] all = Arrays.copyOf(last, last.length + part.length);
            System.arraycopy(part, 0, all, last.length, part.length);
            int known = Math.max(0, all.length - CHECKSUM);
            digest.update(all, 0, known);
            last = Arrays.copyOfRange(all, known, all.length);
        }

        private boolean isRight() {
            return MessageDigest.isEqual(digest.digest(), last);
        }
    }
}
