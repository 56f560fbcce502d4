package io.alcove.apiserver.kinds.volume;

import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.List;

/**
 * The spec of a PersistentVolume that stands inside an attachment: a CSI volume and little more.
 */
public final class InlineVolumeRules {

    private static final String NOT_HERE = "may not be specified in the context of inline volumes";

    private InlineVolumeRules() {}

    public static void check(Inspection spec) {
        for (String field : List.of("claimRef", "capacity")) {
            if (!spec.field(field).isBlank()) {
                spec.field(field).forbidden(NOT_HERE);
            }
        }
        if (!spec.field("csi").isPresent()) {
            spec.field("csi").missing("has to be specified in the context of inline volumes");
        }
        spec.field("accessModes").required();
        ClaimSpecRules.accessModes(spec.field("accessModes"));
        Inspection reclaim = spec.field("persistentVolumeReclaimPolicy");
        if (reclaim.isGiven() && !reclaim.is("Retain")) {
            reclaim.forbidden("may only be Retain in the context of inline volumes");
        }
        if (spec.field("nodeAffinity").isPresent()) {
            spec.field("nodeAffinity").forbidden(NOT_HERE);
        }
        VolumeSource.exactlyOne(spec, VolumeSources.of(spec, ""));
        if (spec.field("storageClassName").isGiven()) {
            spec.field("storageClassName").forbidden(NOT_HERE);
        }
        Inspection mode = spec.field("volumeMode");
        if (mode.isPresent() && !mode.is("Filesystem")) {
            mode.forbidden(
                    "may not specify volumeMode other than Filesystem in the context of inline volumes");
        }
    }
}
