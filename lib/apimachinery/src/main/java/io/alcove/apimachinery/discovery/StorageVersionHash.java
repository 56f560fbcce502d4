package io.alcove.apimachinery.discovery;

import io.alcove.apimachinery.catalog.ResourceType;
import io.alcove.apimachinery.object.GroupVersionResource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** What tells a client that two resources are stored alike: a short digest of the stored kind. */
final class StorageVersionHash {

    private static final int BYTES = 8;

    /** What kube-apiserver 1.36 stores in v1beta1, though it serves v1 only. */
    private static final Set<String> STORED_AS_V1BETA1 =
            Set.of(
                    "CustomResourceDefinition",
                    "MutatingAdmissionPolicy",
                    "MutatingAdmissionPolicyBinding");

    private StorageVersionHash() {}

    /** Empty for resources that are not stored. */
    static Optional<String> of(ResourceType type) {
        if (!type.serves("get") || !type.serves("create")) {
            return Optional.empty();
        }
        GroupVersionResource storage = type.storage();
        String kind = type.kind().kind();
        String version = STORED_AS_V1BETA1.contains(kind) ? "v1beta1" : storage.version();
        return Optional.of(hash(storage.group() + "/" + version + "/" + kind));
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
