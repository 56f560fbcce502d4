package io.alcove.testing.apiserver;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Objects as a test likes to write them. */
public final class TestObjects {

    private static final ObjectMapper LENIENT =
            JsonMapper.builder()
                    .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .build();

    private TestObjects() {}

    /** Reads JSON in which names may stand without quotes and texts in single ones. */
    public static ApiObject object(String json) {
        try {
            return ApiObject.of((ObjectNode) LENIENT.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
