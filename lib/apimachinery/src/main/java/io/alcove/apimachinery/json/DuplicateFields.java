package io.alcove.apimachinery.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Fields that a JSON text without a schema names twice, as upstream says it of patches. */
public final class DuplicateFields {

    /** Upstream names no more than these. */
    private static final int MAX = 100;

    private final List<String> found = new ArrayList<>();

    private DuplicateFields() {}

    /** Nothing where the text is malformed, which is for others to say. */
    public static List<String> in(byte[] json) {
        DuplicateFields fields = new DuplicateFields();
        try (JsonParser parser = JsonBody.parser(json)) {
            fields.value(parser, parser.nextToken(), "");
        } catch (IOException _) {
            return List.of();
        }
        return fields.found;
    }

    private void value(JsonParser parser, JsonToken token, String path) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            object(parser, path);
        } else if (token == JsonToken.START_ARRAY) {
            int index = 0;
            for (JsonToken t = parser.nextToken();
                    t != null && t != JsonToken.END_ARRAY;
                    t = parser.nextToken()) {
                value(parser, t, path + "[" + index++ + "]");
            }
        }
    }

    private void object(JsonParser parser, String path) throws IOException {
        Set<String> names = new HashSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            String field = path.isEmpty() ? name : path + "." + name;
            if (!names.add(name) && found.size() < MAX) {
                found.add("duplicate field \"" + field + "\"");
            }
            value(parser, parser.nextToken(), field);
        }
    }
}
