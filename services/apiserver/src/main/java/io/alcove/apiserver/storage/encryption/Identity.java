package io.alcove.apiserver.storage.encryption;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Stores values as they are. */
final class Identity implements ValueTransformer {

    private static final byte[] ENCRYPTED = "k8s:enc:".getBytes(StandardCharsets.US_ASCII);

    @Override
    public byte[] toStorage(byte[] plain, byte[] context) {
        return plain;
    }

    @Override
    public Plain fromStorage(byte[] stored, byte[] context) throws TransformException {
        int length = ENCRYPTED.length;
        if (stored.length >= length && Arrays.equals(stored, 0, length, ENCRYPTED, 0, length)) {
            throw new TransformException("identity transformer tried to read encrypted data");
        }
        return new Plain(stored, false);
    }
}
