package io.alcove.apiserver.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.openapi.OpenApiDocuments;
import io.alcove.apimachinery.openapi.TypeDescription;
import io.alcove.apimachinery.status.StatusException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The documents as clients get them: with the host's descriptions of the types that it has too,
 * without any where the host cannot be asked. A document's hash is made of its own and the host's,
 * so that the index costs no description.
 */
public final class DescribedDocuments {

    private static final Logger LOG = Logger.getLogger(DescribedDocuments.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String V2 = "";

    private final Supplier<OpenApiDocuments> documents;
    private final HostTypes host;
    private final HostIndex index;
    private final DocumentCache cache = new DocumentCache();

    public DescribedDocuments(Supplier<OpenApiDocuments> documents, HostTypes host, Clock clock) {
        this.documents = documents;
        this.host = host;
        this.index = new HostIndex(host, clock);
    }

    /** The answer of /openapi/v3. */
    public byte[] v3Index() {
        OpenApiDocuments plain = documents.get();
        Map<String, String> hashes = index.hashes();
        if (hashes.isEmpty()) {
            return plain.v3Index();
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode paths = answer.putObject("paths");
        for (String path : plain.v3Paths()) {
            String own = plain.v3Hash(path).orElseThrow();
            String url = "/openapi/v3/" + path + "?hash=" + hash(own, hashes.get(path));
            paths.putObject(path).put("serverRelativeURL", url);
        }
        return answer.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The document of "api/v1", "apis/apps/v1", ...; empty where that is not served. */
    public Optional<Document> v3(String path) {
        OpenApiDocuments plain = documents.get();
        return plain.v3(path)
                .map(bytes -> new Document(plain.v3Hash(path).orElseThrow(), bytes))
                .map(document -> described(path, document, index.hashes().get(path)));
    }

    /** The JSON document of /openapi/v2. */
    public Document v2() {
        Document plain = Document.of(documents.get().v2());
        Map<String, String> hashes = index.hashes();
        return described(
                V2,
                plain,
                hashes.isEmpty() ? null : Document.hash(new TreeMap<>(hashes).toString()));
    }

    /** The same in the protobuf form. */
    public Document v2Protobuf() {
        Document json = v2();
        Document plain = Document.of(documents.get().v2());
        if (json.hash().equals(plain.hash())) {
            return Document.of(documents.get().v2Protobuf());
        }
        String hash = Document.hash(json.hash() + " protobuf");
        return cache.get(hash)
                .orElseGet(
                        () ->
                                cache.put(
                                        new Document(
                                                hash,
                                                OpenApiDocuments.v2Protobuf(read(json.bytes())))));
    }

    private Document described(String path, Document plain, @Nullable String hostHash) {
        if (hostHash == null) {
            return plain;
        }
        String hash = hash(plain.hash(), hostHash);
        Optional<Document> known = cache.get(hash);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            return cache.put(new Document(hash, describe(path, plain.bytes())));
        } catch (StatusException e) {
            LOG.infof("types not described path=%s cause=%s", path, e.getMessage());
            index.failed();
            return plain;
        }
    }

    private byte[] describe(String path, byte[] plain) {
        Map<String, TypeDescription> descriptions = host.describe(path);
        ObjectNode document = read(plain);
        JsonNode types =
                path.equals(V2)
                        ? document.path("definitions")
                        : document.path("components").path("schemas");
        TypeDescription.addAll(descriptions, types);
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode read(byte[] document) {
        try {
            return (ObjectNode) JSON.readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String own, @Nullable String ofHost) {
        return ofHost == null ? own : Document.hash(own + ofHost);
    }
}
