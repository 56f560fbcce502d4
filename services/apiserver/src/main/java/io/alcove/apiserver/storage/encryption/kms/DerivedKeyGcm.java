package io.alcove.apiserver.storage.encryption.kms;

import io.alcove.apiserver.storage.encryption.AesGcm;
import io.alcove.apiserver.storage.encryption.TransformException;
import io.alcove.apiserver.storage.encryption.ValueTransformer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-GCM with a key of its own for each value, derived by HKDF-Expand (SHA-256) from a seed and
 * random bytes, which stand before the ciphertext.
 */
final class DerivedKeyGcm implements ValueTransformer {

    static final int SEED = 32;

    private static final int INFO = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec seed;

    DerivedKeyGcm(byte[] seed) throws TransformException {
        if (seed.length < SEED) {
            throw new TransformException(
                    "invalid seed length " + seed.length + " used for key generation");
        }
        this.seed = new SecretKeySpec(seed, "HmacSHA256");
    }

    @Override
    public byte[] toStorage(byte[] plain, byte[] context) throws TransformException {
        byte[] info = new byte[INFO];
        RANDOM.nextBytes(info);
        byte[] value = derived(info).toStorage(plain, context);
        byte[] stored = Arrays.copyOf(info, INFO + value.length);
        System.arraycopy(value, 0, stored, INFO, value.length);
        return stored;
    }

    @Override
    public Plain fromStorage(byte[] stored, byte[] context) throws TransformException {
        if (stored.length < INFO) {
            throw new TransformException("the stored data was shorter than the required size");
        }
        return derived(Arrays.copyOf(stored, INFO))
                .fromStorage(Arrays.copyOfRange(stored, INFO, stored.length), context);
    }

    /** One round of the expansion gives as many bytes as the key has. */
    private AesGcm derived(byte[] info) throws TransformException {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(seed);
            mac.update(info);
            mac.update((byte) 1);
            return new AesGcm(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new TransformException("a key cannot be derived", e);
        }
    }
}
