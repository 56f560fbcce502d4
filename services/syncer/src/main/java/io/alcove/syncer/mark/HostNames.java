package io.alcove.syncer.mark;

import io.alcove.apimachinery.object.ObjectName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The names that a tenant's objects bear in their one host namespace.
 *
 * <p>A name cannot be taken apart again: the way back is read from the {@link Mark}.
 */
public record HostNames(String tenant, String hostNamespace) {

    private static final int MAX_LENGTH = 63;
    private static final int KEPT_LENGTH = 52;
    private static final int HASH_LENGTH = 10;

    public ObjectName of(ObjectName virtualName) {
        return of(virtualName.namespace(), virtualName.name());
    }

    public ObjectName of(String virtualNamespace, String virtualName) {
        return new ObjectName(hostNamespace, nameOf(virtualNamespace, virtualName));
    }

    public String nameOf(String virtualNamespace, String virtualName) {
        return join(virtualName, "x", virtualNamespace, "x", tenant);
    }

    /** The Secret that holds the service account tokens of a pod. */
    public ObjectName ofTokens(ObjectName virtualPodName) {
        return new ObjectName(
                hostNamespace,
                join(
                        virtualPodName.name(),
                        "x",
                        virtualPodName.namespace(),
                        "x",
                        tenant,
                        "x",
                        "tokens"));
    }

    static String join(String... parts) {
        String whole = String.join("-", parts);
        if (whole.length() <= MAX_LENGTH) {
            return whole;
        }
        return (whole.substring(0, KEPT_LENGTH) + "-" + hash(whole)).replace(".-", "-");
    }

    /** The first ten hexadecimal digits of the text's SHA-256. */
    public static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
