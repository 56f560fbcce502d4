package io.alcove.apimachinery.discovery;

import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.catalog.ResourceType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** What tells a client that two resources are stored alike: a short digest of the stored kind. */
final class StorageVersionHash {

    private static final int BYTES = 8;

    private StorageVersionHash() {}

    /** Empty for resources that are not stored. */
    static Optional<String> of(Catalog catalog, ResourceType type) {
        if (!type.serves("get") || !type.serves("create")) {
            return Optional.empty();
        }
        String stored = catalog.storageVersion(type);
        String version = stored.contains("/") ? stored : "/" + stored;
        return Optional.of(hash(version + "/" + type.kind().kind()));
    }

    private static String hash(String kind) {
        byte[] digest = sha256().digest(kind.getBytes(StandardCharsets.UTF_8));
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
