package io.alcove.apiserver.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.alcove.apiserver.registry.ObjectList;
import io.alcove.apiserver.storage.StoredObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts a list together out of its items' stored bytes. */
final class ListWriter {

    private static final byte[] METADATA = bytes("\"metadata\":{");

    private ListWriter() {}

    /**
     * @param custom whether items state what they are, as those of custom resources do
     */
    static byte[] write(String apiVersion, String kind, ObjectList list, boolean custom) {
        int size = 256;
        for (StoredObject item : list.items()) {
            size += item.json().length + 1;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(size);
        out.writeBytes(bytes(head(apiVersion, kind, list, custom)));
        boolean first = true;
        for (StoredObject item : list.items()) {
            if (!first) {
                out.write(',');
            }
            first = false;
            if (custom) {
                out.writeBytes(item.json());
            } else {
                writeItem(out, item.json());
            }
        }
        out.writeBytes(bytes("]}\n"));
        return out.toByteArray();
    }

    /**
     * As upstream, items of a list state neither apiVersion nor kind, which stored bytes begin
     * with.
     */
    private static void writeItem(ByteArrayOutputStream out, byte[] json) {
        int start = metadataAt(json);
        out.write('{');
        out.write(json, start, json.length - start);
    }

    /** Where the first field after apiVersion and kind begins. */
    private static int metadataAt(byte[] json) {
        for (int i = 1; i + METADATA.length <= json.length; i++) {
            if (Arrays.equals(json, i, i + METADATA.length, METADATA, 0, METADATA.length)) {
                return i;
            }
        }
        throw new IllegalArgumentException("an object without metadata");
    }

    private static String head(String apiVersion, String kind, ObjectList list, boolean custom) {
        StringBuilder head = new StringBuilder();
        head.append("{\"kind\":\"").append(kind).append("\",\"apiVersion\":\"").append(apiVersion);
        head.append("\",\"metadata\":{\"resourceVersion\":\"").append(list.revision()).append('"');
        if (custom || !list.continueToken().isEmpty()) {
            head.append(",\"continue\":\"");
            head.append(JsonStringEncoder.getInstance().quoteAsString(list.continueToken()));
            head.append('"');
        }
        if (list.remaining() > 0) {
            head.append(",\"remainingItemCount\":").append(list.remaining());
        }
        return head.append("},\"items\":[").toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
