package io.alcove.apiserver.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.alcove.apiserver.registry.ObjectList;
import io.alcove.apiserver.storage.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts a list together out of its items' stored bytes. */
final class ListWriter {

    private static final byte[] METADATA = bytes("\"metadata\":{");
    private static final byte[] FIRST = bytes("{");
    private static final byte[] NEXT = bytes(",{");
    private static final byte[] END = bytes("]}\n");

    private ListWriter() {}

    /**
     * @param custom whether items state what they are, as those of custom resources do
     */
    static AnswerBytes write(String apiVersion, String kind, ObjectList list, boolean custom) {
        AnswerBytes.Builder out = new AnswerBytes.Builder(2 * list.items().size() + 2);
        out.add(bytes(head(apiVersion, kind, list, custom)), 0);
        byte[] separator = FIRST;
        int start = 1;
        for (StoredObject item : list.items()) {
            out.add(separator, 0);
            separator = NEXT;
            start = custom ? 1 : metadataAt(item.json(), start);
            out.add(item.json(), start);
        }
        out.add(END, 0);
        return out.build();
    }

    /**
     * Where the first field after apiVersion and kind begins. As upstream, items of a list state
     * neither of these, which stored bytes begin with.
     *
     * @param likely where it began in the item before
     */
    private static int metadataAt(byte[] json, int likely) {
        if (isMetadata(json, likely)) {
            return likely;
        }
        for (int i = 1; i + METADATA.length <= json.length; i++) {
            if (isMetadata(json, i)) {
                return i;
            }
        }
        throw new IllegalArgumentException("an object without metadata");
    }

    private static boolean isMetadata(byte[] json, int at) {
        int end = at + METADATA.length;
        return end <= json.length && Arrays.equals(json, at, end, METADATA, 0, METADATA.length);
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
