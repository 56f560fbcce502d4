package io.alcove.apiserver.storage.cache;

import io.alcove.apiserver.storage.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Puts metadata.resourceVersion into the bytes of an object without parsing them. By the store's
 * convention the first "metadata" in the bytes is the object's own.
 */
final class ResourceVersionBytes {

    private static final byte[] METADATA = ascii("\"metadata\":{");
    private static final byte[] FIELD = ascii("\"resourceVersion\":\"");

    private ResourceVersionBytes() {}

    /** Of a stored value, which has none. */
    static byte[] insert(byte[] value, long revision) {
        int at = metadataStart(value);
        String end = value[at] == '}' ? "\"" : "\",";
        byte[] field = ascii("\"resourceVersion\":\"" + revision + end);
        return splice(value, at, field, at);
    }

    /** Of bytes made by {@link #insert}. */
    static byte[] replace(byte[] json, long revision) {
        int start = metadataStart(json) + FIELD.length;
        int end = start;
        while (json[end] != '"') {
            end++;
        }
        return splice(json, start, ascii(Long.toString(revision)), end);
    }

    /** A former state of an object, under the revision of what became of it. */
    static StoredObject at(StoredObject object, long revision) {
        return new StoredObject(
                object.name(),
                object.uid(),
                revision,
                replace(object.json(), revision),
                object.labels(),
                object.fields());
    }

    private static byte[] splice(byte[] bytes, int headEnd, byte[] middle, int tailStart) {
        byte[] spliced = Arrays.copyOf(bytes, headEnd + middle.length + bytes.length - tailStart);
        System.arraycopy(middle, 0, spliced, headEnd, middle.length);
        System.arraycopy(
                bytes, tailStart, spliced, headEnd + middle.length, bytes.length - tailStart);
        return spliced;
    }

    private static int metadataStart(byte[] json) {
        int last = json.length - METADATA.length;
        for (int at = 0; at < last; at++) {
            if (Arrays.equals(json, at, at + METADATA.length, METADATA, 0, METADATA.length)) {
                return at + METADATA.length;
            }
        }
        throw new IllegalArgumentException("an object without metadata");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
