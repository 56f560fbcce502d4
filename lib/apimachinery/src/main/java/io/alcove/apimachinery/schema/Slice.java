package io.alcove.apimachinery.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** JSON in a part of an array that many share; nobody changes it. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody: it is a view, not a value
public record Slice(byte[] bytes, int offset, int length) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public JsonNode read() {
        try {
            return JSON.reader().readTree(bytes, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, offset, length);
    }
}
