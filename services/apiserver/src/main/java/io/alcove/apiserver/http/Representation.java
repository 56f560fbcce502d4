package io.alcove.apiserver.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a client takes an answer.
 *
 * @param asKind what the object is answered as
 * @param version of meta.k8s.io, in which a table or the metadata alone are answered
 */
record Representation(Encoding encoding, As asKind, String version) {

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

    private static final String META_VERSION = "v1";
    private static final Set<String> META_VERSIONS = Set.of(META_VERSION, "v1beta1");
    private static final Set<String> JSON_TYPES = Set.of("application/json", "*/*");

    /** Protobuf is understood, and passed over for the next clause: answers are text. */
    private static final Set<String> TYPES =
            Set.of(
                    "application/json",
                    "*/*",
                    "application/yaml",
                    "application/vnd.kubernetes.protobuf");

    private static final String ALL_TYPES =
            "application/json, application/yaml, application/vnd.kubernetes.protobuf";

    static final Representation JSON = new Representation(Encoding.JSON, As.ITSELF, META_VERSION);

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
            return withNewline(json);
        }
        try {
            return YAML_MAPPER.writeValueAsBytes(JSON_MAPPER.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The form of the answer itself, whatever view of objects it asks for. */
    static Representation encodingOf(String accept) {
        for (AcceptClause clause : AcceptClause.parse(accept)) {
            if (clause.mediaType().equals(Encoding.YAML.mediaType())) {
                return new Representation(Encoding.YAML, As.ITSELF, META_VERSION);
            }
            if (JSON_TYPES.contains(clause.mediaType())) {
                return JSON;
            }
        }
        return JSON;
    }

    /** As Go ends a JSON document. */
    private static byte[] withNewline(byte[] json) {
        if (json.length == 0 || json[json.length - 1] == '\n') {
            return json;
        }
        byte[] ended = Arrays.copyOf(json, json.length + 1);
        ended[json.length] = '\n';
        return ended;
    }

    static boolean takesJson(String accept) {
        return accept.isBlank()
                || AcceptClause.parse(accept).stream()
                        .anyMatch(clause -> JSON_TYPES.contains(clause.mediaType()));
    }

    /** The first of the Accept header's clauses that can be served. */
    static Representation of(String accept) {
        return of(accept, ALL_TYPES);
    }

    /** The same for a watch, which is not sent as YAML. */
    static Representation ofWatch(String accept) {
        Representation form = of(accept);
        if (form.encoding() == Encoding.YAML) {
            throw notAcceptable(
                    "application/json;stream=watch, application/vnd.kubernetes.protobuf;stream=watch");
        }
        return form;
    }

    private static Representation of(String accept, String known) {
        if (accept.isBlank()) {
            return JSON;
        }
        boolean understood = false;
        for (AcceptClause clause : AcceptClause.parse(accept)) {
            understood |= TYPES.contains(clause.mediaType());
            Representation found = found(clause);
            if (found != null) {
                return found;
            }
        }
        throw understood ? notAcceptable(known) : notRepresentable(known);
    }

    private static StatusException notAcceptable(String known) {
        return new StatusException(
                Status.of(
                        StatusReason.NOT_ACCEPTABLE,
                        "only the following media types are accepted: " + known));
    }

    /** What is refused before a clause is looked into is worded by the router. */
    static StatusException notRepresentable(String known) {
        return new StatusException(
                Status.general(
                        StatusReason.NOT_ACCEPTABLE,
                        "406: Not Acceptable\n\nAvailable representations: " + known));
    }

    private static @Nullable Representation found(AcceptClause clause) {
        Encoding encoding =
                switch (clause.mediaType()) {
                    case "application/json", "*/*" -> Encoding.JSON;
                    case "application/yaml" -> Encoding.YAML;
                    default -> null;
                };
        if (encoding == null) {
            return null;
        }
        String as = clause.parameter("as");
        if (as.isEmpty()) {
            return new Representation(encoding, As.ITSELF, META_VERSION);
        }
        String version = clause.parameter("v");
        boolean served =
                clause.parameter("g").equals("meta.k8s.io") && META_VERSIONS.contains(version);
        return switch (as) {
            case "Table" -> served ? new Representation(encoding, As.TABLE, version) : null;
            case "PartialObjectMetadata" ->
                    served ? new Representation(encoding, As.PARTIAL, version) : null;
            case "PartialObjectMetadataList" ->
                    served ? new Representation(encoding, As.PARTIAL_LIST, version) : null;
            default -> null;
        };
    }
}
