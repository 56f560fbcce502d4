package io.alcove.apimachinery.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.catalog.ApiGroup;
import io.alcove.apimachinery.catalog.Catalog;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The OpenAPI documents of one catalog, as JSON. Schemas are upstream's without the descriptions.
 * Each document is made when it is first asked for; a catalog with other resources needs documents
 * of its own. The returned arrays are shared and not to be changed.
 */
public final class OpenApiDocuments {

    private final String version;
    private final Components components;
    private final SequencedMap<String, Served> served = new LinkedHashMap<>();
    private final Map<String, byte[]> made = new ConcurrentHashMap<>();

    private record Served(String group, ApiGroup.Version version) {}

    public OpenApiDocuments(Catalog catalog) {
        this.version = catalog.minor();
        this.components = new Components(catalog);
        for (ApiGroup group : catalog.groups()) {
            for (ApiGroup.Version of : group.versions()) {
                String path = Endpoints.path(group.name(), of.version()).substring(1);
                served.put(path, new Served(group.name(), of));
            }
        }
    }

    /**
     * The answer of /openapi/v3: a path of each version of a group, with the hash of its document
     * in it, so that clients may keep it for as long as the path stays.
     */
    public byte[] v3Index() {
        return document("index", this::index);
    }

    /** The document of "api/v1", "apis/apps/v1", ...; empty where that is not served. */
    public Optional<byte[]> v3(String path) {
        return Optional.ofNullable(served.get(path))
                .map(of -> document(path, () -> v3(of.group(), of.version())));
    }

    /**
     * The hash that the index names the document by and that is its ETag without quotes; empty
     * where the path is not served.
     */
    public Optional<String> v3Hash(String path) {
        return v3(path).map(OpenApiDocuments::hash);
    }

    /** The JSON document of /openapi/v2, with all groups. */
    public byte[] v2() {
        return document("v2", this::allGroups);
    }

    /** The same document in the protobuf form, for clients that take no other. */
    public byte[] v2Protobuf() {
        byte[] present = made.get("v2 protobuf");
        if (present != null) {
            return present;
        }
        byte[] fresh = V2Protobuf.of(allGroups());
        made.put("v2 protobuf", fresh);
        return fresh;
    }

    /** A document of OpenAPI 2 in the protobuf form. */
    public static byte[] v2Protobuf(ObjectNode document) {
        return V2Protobuf.of(document);
    }

    /** What can be asked of {@link #v3}, in the index's order. */
    public SequencedSet<String> v3Paths() {
        return Collections.unmodifiableSequencedSet(served.sequencedKeySet());
    }

    private ObjectNode allGroups() {
        V2Document document = new V2Document(version, components);
        served.values().forEach(of -> document.add(of.group(), of.version()));
        return document.finish();
    }

    private ObjectNode index() {
        ObjectNode index = JsonNodeFactory.instance.objectNode();
        ObjectNode paths = index.putObject("paths");
        for (String path : served.sequencedKeySet()) {
            String url = "/openapi/v3/" + path + "?hash=" + v3Hash(path).orElseThrow();
            paths.putObject(path).put("serverRelativeURL", url);
        }
        return index;
    }

    private ObjectNode v3(String group, ApiGroup.Version of) {
        return new V3Document(version, components).of(group, of);
    }

    /** Not computeIfAbsent: the index makes other documents while it is made itself. */
    private byte[] document(String key, Supplier<ObjectNode> maker) {
        byte[] present = made.get(key);
        if (present != null) {
            return present;
        }
        byte[] fresh = maker.get().toString().getBytes(StandardCharsets.UTF_8);
        byte[] raced = made.putIfAbsent(key, fresh);
        return raced == null ? fresh : raced;
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-512").digest(bytes);
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
