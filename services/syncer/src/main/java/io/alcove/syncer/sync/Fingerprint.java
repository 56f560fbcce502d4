package io.alcove.syncer.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.syncer.mark.Marks;
import io.alcove.syncer.translation.PodTranslation;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Tells by a short text whether what is to be written down was written before. */
final class Fingerprint {

    private static final int LENGTH = 32;

    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private Fingerprint() {}

    /** Of a pod only what can change: the rest stays as it was made. */
    static String of(ApiObject desired) {
        ApiObject whole =
                desired.kind().equals("Pod") ? PodTranslation.changeable(desired) : desired;
        try {
            byte[] sorted = SORTED.writeValueAsBytes(SORTED.convertValue(whole.node(), Map.class));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sorted);
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
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
