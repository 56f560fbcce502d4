package io.alcove.apiserver.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.alcove.apiserver.registry.ObjectList;
import io.alcove.apiserver.storage.StoredObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Puts a list together out of its items' stored bytes. */
final class ListWriter {

    private ListWriter() {}

    static byte[] write(String apiVersion, String kind, ObjectList list) {
        int size = 256;
        for (StoredObject item : list.items()) {
            size += item.json().length + 1;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(size);
        out.writeBytes(bytes(head(apiVersion, kind, list)));
        boolean first = true;
        for (StoredObject item : list.items()) {
            if (!first) {
                out.write(',');
            }
            first = false;
            out.writeBytes(item.json());
        }
        out.writeBytes(bytes("]}"));
        return out.toByteArray();
    }

    private static String head(String apiVersion, String kind, ObjectList list) {
        StringBuilder head = new StringBuilder();
        head.append("{\"kind\":\"").append(kind).append("\",\"apiVersion\":\"").append(apiVersion);
        head.append("\",\"metadata\":{\"resourceVersion\":\"").append(list.revision()).append('"');
        if (!list.continueToken().isEmpty()) {
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
