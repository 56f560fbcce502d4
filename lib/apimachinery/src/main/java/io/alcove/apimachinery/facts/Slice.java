package io.alcove.apimachinery.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON, or other text, in a part of an array that many share; nobody changes it. */
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

    /** The text as it stands there. */
    public String text() {
        return new String(bytes, offset, length, StandardCharsets.UTF_8);
    }

    /** Whether the other is the same text. */
    public boolean isSame(Slice other) {
        return Arrays.equals(
                bytes,
                offset,
                offset + length,
                other.bytes,
                other.offset,
                other.offset + other.length);
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, offset, length);
    }
}
