package io.alcove.apiserver.kinds.warning;

import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Of the volumes of a pod: plugins that are gone, and files that lie over each other. */
final class VolumeWarnings {

    /** By field; the path of one is written otherwise upstream. */
    private static final Map<String, String> GONE = new LinkedHashMap<>();

    private static final Map<String, String> REPORTED = Map.of("storageos", "storageOS");

    static {
        GONE.put("photonPersistentDisk", "deprecated in v1.11, non-functional in v1.16+");
        GONE.put("gitRepo", "deprecated in v1.11, and disabled by default in v1.33+");
        GONE.put("scaleIO", "deprecated in v1.16, non-functional in v1.22+");
        GONE.put("flocker", "deprecated in v1.22, non-functional in v1.25+");
        GONE.put("storageos", "deprecated in v1.22, non-functional in v1.25+");
        GONE.put("quobyte", "deprecated in v1.22, non-functional in v1.25+");
        GONE.put("glusterfs", "deprecated in v1.25, non-functional in v1.26+");
        GONE.put("cephfs", "deprecated in v1.28, non-functional in v1.31+");
        GONE.put("rbd", "deprecated in v1.28, non-functional in v1.31+");
    }

    private VolumeWarnings() {}

    static void check(Inspection volumes, Consumer<String> texts) {
        volumes.each(
                volume -> {
                    gone(volume, texts);
                    Inspection claim = volume.at("ephemeral", "volumeClaimTemplate", "spec");
                    if (claim.isPresent()) {
                        ClaimWarnings.spec(claim, texts);
                    }
                });
        volumes.each(volume -> VirtualPaths.check(volume, texts));
    }

    static void gone(Inspection holder, Consumer<String> texts) {
        GONE.forEach(
                (field, text) -> {
                    if (holder.field(field).isPresent()) {
                        String shown = REPORTED.getOrDefault(field, field);
                        texts.accept(holder.field(shown).path() + ": " + text);
                    }
                });
    }
}
