package io.alcove.apiserver.storage.encryption.kms;

import io.alcove.apiserver.storage.encryption.AesGcm;
import io.alcove.apiserver.storage.encryption.TransformException;
import io.alcove.apiserver.storage.encryption.ValueTransformer;
import io.alcove.proto.kms.v2.EncryptedDekSourceType;
import io.alcove.proto.kms.v2.EncryptedObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Keys that the plugin has decrypted, so that it is asked once for each and not for each value. */
final class DecryptedKeys {

    static final int MAX_KEYS = 1000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<EncryptedObject, ValueTransformer> keys =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<EncryptedObject, ValueTransformer> eldest) {
                    return size() > MAX_KEYS;
                }
            };

    /** What decrypts an envelope's data. */
    ValueTransformer of(EncryptedObject envelope, KmsPlugin plugin) throws TransformException {
        EncryptedObject name = envelope.toBuilder().clearEncryptedData().build();
        lock.lock();
        try {
            ValueTransformer known = keys.get(name);
            if (known != null) {
                return known;
            }
        } finally {
            lock.unlock();
        }
        byte[] key = plugin.decrypt(envelope);
        boolean isSeed =
                envelope.getEncryptedDekSourceType()
                        == EncryptedDekSourceType.HKDF_SHA256_XNONCE_AES_GCM_SEED;
        ValueTransformer decrypted = isSeed ? new DerivedKeyGcm(key) : new AesGcm(key);
        put(name, decrypted);
        return decrypted;
    }

    /**
     * @param name the envelope without data
     */
    void put(EncryptedObject name, ValueTransformer transformer) {
        lock.lock();
        try {
            keys.put(name, transformer);
        } finally {
            lock.unlock();
        }
    }
}
