package io.alcove.apiserver.kinds.warning;

import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.function.Consumer;

/** Of persistent volumes and the claims to them. */
final class ClaimWarnings {

    private static final String CLASS = "volume.beta.kubernetes.io/storage-class";
    private static final String OPTIONS = "volume.beta.kubernetes.io/mount-options";

    private ClaimWarnings() {}

    static void claim(Inspection claim, Consumer<String> texts) {
        storageClass(claim.at("metadata", "annotations"), texts);
        spec(claim.field("spec"), texts);
    }

    static void spec(Inspection spec, Consumer<String> texts) {
        Inspection resources = spec.field("resources");
        PodWarnings.wholeBytes(resources.field("requests").entry("storage"), texts);
        PodWarnings.wholeBytes(resources.field("limits").entry("storage"), texts);
    }

    private static void storageClass(Inspection annotations, Consumer<String> texts) {
        if (annotations.node().has(CLASS)) {
            texts.accept(
                    annotations.entry(CLASS).path()
                            + ": deprecated since v1.8; use \"storageClassName\" attribute instead");
        }
    }

    static void volume(Inspection volume, Consumer<String> texts) {
        Inspection annotations = volume.at("metadata", "annotations");
        storageClass(annotations, texts);
        if (annotations.node().has(OPTIONS)) {
            texts.accept(
                    annotations.entry(OPTIONS).path()
                            + ": deprecated since v1.31; use \"mountOptions\" attribute instead");
        }
        Inspection spec = volume.field("spec");
        if (spec.field("persistentVolumeReclaimPolicy").is("Recycle")) {
            texts.accept(
                    "spec.persistentVolumeReclaimPolicy: The Recycle reclaim policy is deprecated."
                            + " Instead, the recommended approach is to use dynamic provisioning.");
        }
        spec.at("nodeAffinity", "required", "nodeSelectorTerms")
                .each(term -> NodeLabels.term(term, false, texts));
        VolumeWarnings.gone(spec, texts);
    }
}
