package io.alcove.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.alcove.apimachinery.protobuf.ProtobufDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * What a server answered.
 *
 * @param headers those that clients act on
 * @param body a watch stands as the list of its events; what is neither JSON nor YAML as its text
 */
record Answer(int code, ObjectNode headers, JsonNode body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final List<String> COMPARED =
            List.of(
                    "Content-Type",
                    "Warning",
                    "Retry-After",
                    "Location",
                    "WWW-Authenticate",
                    "Cache-Control",
                    "Content-Encoding",
                    "Vary");
    private static final List<String> PRESENT = List.of("Audit-Id", "ETag");

    static Answer of(HttpResponse<byte[]> response) {
        HttpHeaders given = response.headers();
        ObjectNode headers = JsonNodeFactory.instance.objectNode();
        for (String name : COMPARED) {
            given.allValues(name).forEach(headers.withArrayProperty(name)::add);
        }
        PRESENT.forEach(name -> headers.put(name, given.firstValue(name).isPresent()));
        return new Answer(
                response.statusCode(),
                headers,
                body(
                        given.firstValue("Content-Type").orElse(""),
                        given.firstValue("Content-Encoding").orElse("").equals("gzip")
                                ? unzipped(response.body())
                                : response.body()));
    }

    private static byte[] unzipped(byte[] body) {
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return plain.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode body(String type, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            if (type.equals(ProtobufDecoder.MEDIA_TYPE)) {
                return ProtobufBody.object(bytes);
            }
            if (type.equals(ProtobufDecoder.MEDIA_TYPE + ";stream=watch")) {
                return ProtobufBody.events(bytes);
            }
            if (type.startsWith("application/yaml")) {
                return YAML.readTree(text);
            }
            ArrayNode values = JSON.createArrayNode();
            try (MappingIterator<JsonNode> each = JSON.readerFor(JsonNode.class).readValues(text)) {
                each.forEachRemaining(values::add);
            }
            return values.size() == 1 ? values.get(0) : values;
        } catch (IOException | RuntimeException _) {
            return TextNode.valueOf(text);
        }
    }

    /** As one tree, without what two servers cannot have in common. */
    JsonNode normal() {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.put("code", code);
        whole.set("headers", Normal.of(headers));
        whole.set("body", Normal.of(body));
        return whole;
    }
}
