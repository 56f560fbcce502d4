package io.alcove.apimachinery.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes of JSON that somebody sent. */
final class JsonBody {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonFactory FACTORY = MAPPER.getFactory();

    private JsonBody() {}

    static JsonParser parser(byte[] json) {
        try {
            return FACTORY.createParser(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The object that a parser's whole input is; null counts as an empty one. */
    static ObjectNode readObject(JsonParser parser, Schema schema, Complaints complaints) {
        try (parser) {
            JsonToken first = parser.nextToken();
            ObjectNode object =
                    first == JsonToken.VALUE_NULL
                            ? JsonNodeFactory.instance.objectNode()
                            : new SchemaReader(parser, complaints).readStruct(schema);
            if (first == JsonToken.START_ARRAY || parser.nextToken() != null) {
                throw new DecodeException("not one object");
            }
            return object;
        } catch (IOException e) {
            throw new DecodeException(e.toString());
        }
    }

    static JsonNode read(byte[] json) {
        byte[] text = withoutInvalidUtf8(json);
        Optional<String> malformed = GoSyntax.error(text);
        if (malformed.isPresent()) {
            throw new DecodeException(malformed.get());
        }
        try {
            JsonNode tree = MAPPER.readTree(text);
            return tree == null ? NullNode.instance : tree;
        } catch (IOException e) {
            throw new DecodeException(e.toString());
        }
    }

    /** Whether it is a JSON object: YAML's flow mappings open with the same brace. */
    static boolean isWellFormed(byte[] body) {
        return looksLikeJson(body) && GoSyntax.error(withoutInvalidUtf8(body)).isEmpty();
    }

    private static boolean looksLikeJson(byte[] body) {
        int at = 0;
        while (at < body.length && " \t\r\n".indexOf(body[at]) >= 0) {
            at++;
        }
        return at < body.length && body[at] == '{';
    }

    /** Whether it opens an object in a one-byte encoding, so that Jackson takes it for UTF-8. */
    static boolean isPlain(byte[] body) {
        return body.length > 1 && looksLikeJson(body) && body[1] != 0;
    }

    static byte[] withoutInvalidUtf8(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    }
}
