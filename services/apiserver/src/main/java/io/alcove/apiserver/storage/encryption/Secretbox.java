package io.alcove.apiserver.storage.encryption;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.engines.XSalsa20Engine;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** NaCl's secretbox (XSalsa20 and Poly1305): nonce, tag, ciphertext. */
final class Secretbox implements ValueTransformer {

    private static final int NONCE = 24;
    private static final int TAG = 16;
    private static final int MAC_KEY = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyParameter key;

    Secretbox(byte[] key) {
        this.key = new KeyParameter(key);
    }

    @Override
    public byte[] toStorage(byte[] plain, byte[] context) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] stored = Arrays.copyOf(nonce, NONCE + TAG + plain.length);
        XSalsa20Engine cipher = cipher(nonce);
        byte[] macKey = macKey(cipher);
        cipher.processBytes(plain, 0, plain.length, stored, NONCE + TAG);
        System.arraycopy(tag(macKey, stored), 0, stored, NONCE, TAG);
        return stored;
    }

    @Override
    public Plain fromStorage(byte[] stored, byte[] context) throws TransformException {
        if (stored.length < NONCE + TAG) {
            throw new TransformException("the stored data was shorter than the required size");
        }
        XSalsa20Engine cipher = cipher(Arrays.copyOf(stored, NONCE));
        byte[] tag = tag(macKey(cipher), stored);
        if (!MessageDigest.isEqual(tag, Arrays.copyOfRange(stored, NONCE, NONCE + TAG))) {
            throw new TransformException("output array was not large enough for encryption");
        }
        byte[] plain = new byte[stored.length - NONCE - TAG];
        cipher.processBytes(stored, NONCE + TAG, plain.length, plain, 0);
        return new Plain(plain, false);
    }

    private XSalsa20Engine cipher(byte[] nonce) {
        XSalsa20Engine cipher = new XSalsa20Engine();
        cipher.init(true, new ParametersWithIV(key, nonce));
        return cipher;
    }

    /** The first bytes of the key stream. */
    private static byte[] macKey(XSalsa20Engine cipher) {
        byte[] macKey = new byte[MAC_KEY];
        cipher.processBytes(new byte[MAC_KEY], 0, MAC_KEY, macKey, 0);
        return macKey;
    }

    private static byte[] tag(byte[] macKey, byte[] stored) {
        Poly1305 mac = new Poly1305();
        mac.init(new KeyParameter(macKey));
        mac.update(stored, NONCE + TAG, stored.length - NONCE - TAG);
        byte[] tag = new byte[TAG];
        mac.doFinal(tag, 0);
        return tag;
    }
}
