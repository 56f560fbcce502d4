package io.alcove.apiserver.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a client takes an answer.
 *
 * @param asKind what the object is answered as
 */
record Representation(Encoding encoding, As asKind) {

    enum Encoding {
        JSON("application/json"),
        YAML("application/yaml");

        private final String mediaType;

        Encoding(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }
    }

    enum As {
        ITSELF,
        TABLE,
        PARTIAL,
        PARTIAL_LIST
    }

    static final Representation JSON = new Representation(Encoding.JSON, As.ITSELF);

    private static final ObjectMapper JSON_MAPPER = new ObjectMapper();
    private static final YAMLMapper YAML_MAPPER =
            YAMLMapper.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .build();

    String mediaType() {
        return encoding.mediaType();
    }

    /** The bytes of a JSON answer in this encoding. */
    byte[] encode(byte[] json) {
        if (encoding == Encoding.JSON) {
            return json;
        }
        try {
            return YAML_MAPPER.writeValueAsBytes(JSON_MAPPER.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first of the Accept header's clauses that can be served. */
    static Representation of(String accept) {
        if (accept.isBlank()) {
            return JSON;
        }
        for (String clause : accept.split(",", -1)) {
            Map<String, String> parameters = new HashMap<>();
            List<String> parts = List.of(clause.split(";", -1));
            for (String parameter : parts.subList(1, parts.size())) {
                int equals = parameter.indexOf('=');
                parameters.put(
                        (equals < 0 ? parameter : parameter.substring(0, equals)).strip(),
                        equals < 0 ? "" : parameter.substring(equals + 1).strip());
            }
            Representation found =
                    found(parts.getFirst().strip().toLowerCase(Locale.ROOT), parameters);
            if (found != null) {
                return found;
            }
        }
        throw new StatusException(
                Status.of(
                        StatusReason.NOT_ACCEPTABLE,
                        "only the following media types are accepted: application/json,"
                                + " application/yaml"));
    }

    private static @Nullable Representation found(
            String mediaType, Map<String, String> parameters) {
        Encoding encoding =
                switch (mediaType) {
                    case "application/json", "*/*", "application/*" -> Encoding.JSON;
                    case "application/yaml" -> Encoding.YAML;
                    default -> null;
                };
        if (encoding == null) {
            return null;
        }
        String as = parameters.getOrDefault("as", "");
        if (as.isEmpty()) {
            return new Representation(encoding, As.ITSELF);
        }
        boolean served =
                parameters.getOrDefault("g", "").equals("meta.k8s.io")
                        && parameters.getOrDefault("v", "").equals("v1");
        return switch (as) {
            case "Table" -> served ? new Representation(encoding, As.TABLE) : null;
            case "PartialObjectMetadata" ->
                    served ? new Representation(encoding, As.PARTIAL) : null;
            case "PartialObjectMetadataList" ->
                    served ? new Representation(encoding, As.PARTIAL_LIST) : null;
            default -> null;
        };
    }
}
