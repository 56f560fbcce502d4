package io.alcove.apiserver.storage.encryption;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-GCM under a random nonce, which stands before the ciphertext. */
public final class AesGcm implements ValueTransformer {

    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    public AesGcm(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    @Override
    public byte[] toStorage(byte[] plain, byte[] context) throws TransformException {
        byte[] stored = new byte[NONCE + plain.length + TAG];
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        System.arraycopy(nonce, 0, stored, 0, NONCE);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, context);
            cipher.doFinal(plain, 0, plain.length, stored, NONCE);
            return stored;
        } catch (GeneralSecurityException e) {
            throw new TransformException("AES-GCM cannot encrypt", e);
        }
    }

    @Override
    public Plain fromStorage(byte[] stored, byte[] context) throws TransformException {
        if (stored.length < NONCE) {
            throw new TransformException("the stored data was shorter than the required size");
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(stored, NONCE), context);
            return new Plain(cipher.doFinal(stored, NONCE, stored.length - NONCE), false);
        } catch (AEADBadTagException e) {
            throw new TransformException("cipher: message authentication failed", e);
        } catch (GeneralSecurityException e) {
            throw new TransformException("AES-GCM cannot decrypt", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(context);
        return cipher;
    }
}
