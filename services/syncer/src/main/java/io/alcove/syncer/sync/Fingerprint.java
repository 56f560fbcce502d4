package io.alcove.syncer.sync;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.syncer.mark.Marks;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells by a short text whether what is to be written down was written before. */
final class Fingerprint {

    private static final int LENGTH = 32;

    private Fingerprint() {}

    static String of(ApiObject desired) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(desired.toBytes());
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The object with its own fingerprint as an annotation. */
    static ApiObject sealed(ApiObject desired) {
        ApiObject sealed = desired.copy();
        sealed.node()
                .withObject("/metadata")
                .withObject("annotations")
                .put(Marks.SYNCED_HASH, of(desired));
        return sealed;
    }

    static boolean isOn(ApiObject hostObject, ApiObject desired) {
        return hostObject.annotation(Marks.SYNCED_HASH).filter(of(desired)::equals).isPresent();
    }
}
