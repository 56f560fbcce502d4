package io.alcove.apimachinery.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.GroupVersionKind;
import java.io.IOException;
import java.util.Locale;

/**
 * What a body says that it is. Upstream reads these two fields first and, unlike all others,
 * without regard to case.
 */
record KindHeader(String apiVersion, String kind) {

    static final String UNREADABLE = "couldn't get version/kind; json parse error: ";

    private static final String GO_TYPE =
            "struct { APIVersion string \"json:\\\"apiVersion,omitempty\\\"\"; Kind string"
                    + " \"json:\\\"kind,omitempty\\\"\" }";

    /**
     * @throws DecodeException where the body is no object, or one of the fields no text
     */
    static KindHeader read(JsonParser parser) {
        try (parser) {
            return readFrom(parser);
        } catch (IOException e) {
            throw new DecodeException(UNREADABLE + e);
        }
    }

    static KindHeader read(JsonNode tree) {
        return read(tree.traverse());
    }

    private static KindHeader readFrom(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.VALUE_NULL) {
            return new KindHeader("", "");
        }
        if (first != JsonToken.START_OBJECT) {
            throw unmarshalError(first, "Go value", GO_TYPE);
        }
        String apiVersion = "";
        String kind = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName().toLowerCase(Locale.ROOT);
            JsonToken token = parser.nextToken();
            if (field.equals("kind")) {
                kind = text(parser, token, "kind", kind);
            } else if (field.equals("apiversion")) {
                apiVersion = text(parser, token, "apiVersion", apiVersion);
            }
            parser.skipChildren();
        }
        return new KindHeader(apiVersion, kind);
    }

    /**
     * The kind, with what is not said taken from the expected one.
     *
     * @throws DecodeException for an apiVersion of more than two parts
     */
    GroupVersionKind orElse(GroupVersionKind expected) {
        if (apiVersion.chars().filter(c -> c == '/').count() > 1) {
            throw new DecodeException("unexpected GroupVersion string: " + apiVersion);
        }
        GroupVersionKind said = GroupVersionKind.of(apiVersion, kind);
        return new GroupVersionKind(
                apiVersion.isEmpty() ? expected.group() : said.group(),
                apiVersion.isEmpty() ? expected.version() : said.version(),
                kind.isEmpty() ? expected.kind() : kind);
    }

    private static String text(JsonParser parser, JsonToken token, String field, String before)
            throws IOException {
        return switch (token) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NULL -> before;
            default -> throw unmarshalError(token, "Go struct field ." + field, "string");
        };
    }

    private static DecodeException unmarshalError(JsonToken token, String into, String type) {
        return new DecodeException(
                UNREADABLE
                        + "json: cannot unmarshal "
                        + ScalarReader.described(token)
                        + " into "
                        + into
                        + " of type "
                        + type);
    }
}
