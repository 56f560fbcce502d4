package io.alcove.apiserver.storage.encryption;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-CBC with PKCS #7 padding under a random vector, which stands before the ciphertext. Nothing
 * shows that a value was changed or moved: it is here to read what upstream's users have.
 */
final class AesCbc implements ValueTransformer {

    private static final int BLOCK = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    AesCbc(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    @Override
    public byte[] toStorage(byte[] plain, byte[] context) throws TransformException {
        int padding = BLOCK - plain.length % BLOCK;
        byte[] stored = new byte[BLOCK + plain.length + padding];
        byte[] vector = new byte[BLOCK];
        RANDOM.nextBytes(vector);
        System.arraycopy(vector, 0, stored, 0, BLOCK);
        byte[] padded = Arrays.copyOf(plain, plain.length + padding);
        Arrays.fill(padded, plain.length, padded.length, (byte) padding);
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(vector));
            cipher.doFinal(padded, 0, padded.length, stored, BLOCK);
            return stored;
        } catch (GeneralSecurityException e) {
            throw new TransformException("AES-CBC cannot encrypt", e);
        }
    }

    @Override
    public Plain fromStorage(byte[] stored, byte[] context) throws TransformException {
        if (stored.length < BLOCK) {
            throw new TransformException("the stored data was shorter than the required size");
        }
        if (stored.length % BLOCK != 0) {
            throw new TransformException("the stored data is not a multiple of the block size");
        }
        if (stored.length == BLOCK) {
            throw new TransformException("invalid PKCS7 data (empty or not padded)");
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(stored, 0, BLOCK));
            return new Plain(
                    withoutPadding(cipher.doFinal(stored, BLOCK, stored.length - BLOCK)), false);
        } catch (GeneralSecurityException e) {
            throw new TransformException("AES-CBC cannot decrypt", e);
        }
    }

    private static byte[] withoutPadding(byte[] padded) throws TransformException {
        int padding = padded[padded.length - 1] & 0xff;
        if (padding == 0 || padding > padded.length) {
            throw new TransformException("invalid PKCS7 data (empty or not padded)");
        }
        int size = padded.length - padding;
        for (int i = size; i < padded.length; i++) {
            if ((padded[i] & 0xff) != padding) {
                throw new TransformException("invalid padding on input");
            }
        }
        return Arrays.copyOf(padded, size);
    }
}
