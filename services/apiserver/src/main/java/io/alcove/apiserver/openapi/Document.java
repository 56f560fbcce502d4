package io.alcove.apiserver.openapi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * @param hash changes when the document does
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Document(String hash, byte[] bytes) {

    static Document of(byte[] bytes) {
        return new Document(hash(bytes), bytes);
    }

    static String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-512").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK knows no SHA-512", e);
        }
    }
}
