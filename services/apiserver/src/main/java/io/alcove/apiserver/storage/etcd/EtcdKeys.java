package io.alcove.apiserver.storage.etcd;

import com.google.protobuf.ByteString;
import io.alcove.apiserver.storage.StoreKey;
import java.util.Optional;

/** Between the paths of the store and the keys in etcd, which have a prefix of the operator's. */
final class EtcdKeys {

    private static final String ROOT = StoreKey.ROOT.substring(0, StoreKey.ROOT.length() - 1);

    /** Past every key that has the same start: no UTF-8 text holds this byte. */
    private static final ByteString PAST = ByteString.copyFrom(new byte[] {(byte) 0xff});

    static final ByteString NEXT = ByteString.copyFrom(new byte[] {0});

    private final String prefix;

    EtcdKeys(String prefix) {
        this.prefix = prefix;
    }

    ByteString key(StoreKey key) {
        return key(key.path());
    }

    ByteString key(String path) {
        return ByteString.copyFromUtf8(prefix + path.substring(ROOT.length()));
    }

    /** The first key behind one. */
    ByteString after(String path) {
        return key(path).concat(NEXT);
    }

    ByteString endOf(String pathPrefix) {
        return key(pathPrefix).concat(PAST);
    }

    /** Empty where the key is none that an API server wrote. */
    Optional<StoreKey> parse(ByteString key) {
        return StoreKey.find(ROOT + key.toStringUtf8().substring(prefix.length()));
    }
}
