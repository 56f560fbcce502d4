package io.alcove.apiserver.storage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a store delivers in place of a value that it holds and cannot read: the object's readers are
 * told why, all others go on.
 */
public final class UnreadableValue {

    /** No object's JSON begins with it. */
    private static final byte MARK = 0;

    private static final byte[] ENCRYPTED = "k8s:enc:".getBytes(StandardCharsets.US_ASCII);

    private UnreadableValue() {}

    public static byte[] of(String why) {
        byte[] text = why.getBytes(StandardCharsets.UTF_8);
        byte[] value = new byte[text.length + 1];
        value[0] = MARK;
        System.arraycopy(text, 0, value, 1, text.length);
        return value;
    }

    /** Why it is unreadable; empty for a value that is not. */
    public static Optional<String> reason(StoreKey key, byte[] value) {
        if (value.length > 0 && value[0] == '{') {
            return Optional.empty();
        }
        if (value.length > 0 && value[0] == MARK) {
            return Optional.of(
                    new String(Arrays.copyOfRange(value, 1, value.length), StandardCharsets.UTF_8));
        }
        return Optional.of("unable to transform key \"%s\": %s".formatted(key.path(), why(value)));
    }

    private static String why(byte[] value) {
        boolean isEncrypted =
                value.length >= ENCRYPTED.length
                        && Arrays.equals(
                                value, 0, ENCRYPTED.length, ENCRYPTED, 0, ENCRYPTED.length);
        return isEncrypted
                ? "identity transformer tried to read encrypted data"
                : "the stored value is no object of this server";
    }
}
