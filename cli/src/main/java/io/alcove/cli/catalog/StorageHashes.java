package io.alcove.cli.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds out which version a server stores each resource in: it publishes a digest of group, version
 * and kind, and there are few that it can be of.
 */
final class StorageHashes {

    /** One resource of "apps/v1". */
    record Served(String apiVersion, String resource) {}

    private static final int BYTES = 8;
    private static final List<String> VERSIONS =
            List.of(
                    "v1",
                    "v2",
                    "v1beta1",
                    "v1beta2",
                    "v1beta3",
                    "v2beta1",
                    "v2beta2",
                    "v1alpha1",
                    "v1alpha2",
                    "v1alpha3");

    private final LiveServer server;
    private final Set<String> groups = new LinkedHashSet<>();

    private StorageHashes(LiveServer server) {
        this.server = server;
    }

    /** By "apps/v1/deployments" the version that it is stored in, for those where it is another. */
    static Map<String, String> elsewhere(LiveServer server, List<Served> resources) {
        StorageHashes hashes = new StorageHashes(server);
        resources.forEach(resource -> hashes.groups.add(group(resource.apiVersion())));
        Map<String, String> stored = new TreeMap<>();
        resources.stream()
                .map(Served::apiVersion)
                .distinct()
                .forEach(apiVersion -> hashes.add(apiVersion, stored));
        return stored;
    }

    private void add(String apiVersion, Map<String, String> stored) {
        for (JsonNode resource : server.get(ApiPath.of(apiVersion)).path("resources")) {
            String hash = resource.path("storageVersionHash").asText();
            String kind = resource.path("kind").asText();
            if (!hash.isEmpty() && !hash.equals(hash(apiVersion, kind))) {
                stored.put(
                        apiVersion + "/" + resource.path("name").asText(),
                        search(apiVersion, kind, hash));
            }
        }
    }

    private String search(String apiVersion, String kind, String hash) {
        Set<String> likely = new LinkedHashSet<>(List.of(group(apiVersion)));
        likely.addAll(groups);
        for (String group : likely) {
            for (String version : VERSIONS) {
                String candidate = group.isEmpty() ? version : group + "/" + version;
                if (hash(candidate, kind).equals(hash)) {
                    return candidate;
                }
            }
        }
        throw new IllegalStateException("no version found that " + kind + " is stored in");
    }

    private static String group(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    private static String hash(String apiVersion, String kind) {
        String text = (apiVersion.contains("/") ? apiVersion : "/" + apiVersion) + "/" + kind;
        byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(Arrays.copyOf(digest, BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
