package io.alcove.apiserver.kinds.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.JsonValues;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.NodeSelectorRules;
import io.alcove.apiserver.kinds.validation.Quantities;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.List;

/** PersistentVolumes. */
public final class PersistentVolumeValidation implements Validation {

    private static final List<String> RECLAIM = List.of("Delete", "Recycle", "Retain");
    private static final List<String> STORAGE = List.of("storage");

    @Override
    public void check(Inspection volume) {
        Inspection spec = volume.field("spec");
        spec.field("accessModes").required();
        ClaimSpecRules.accessModes(spec.field("accessModes"));
        capacity(spec.field("capacity"));
        Inspection reclaim = spec.field("persistentVolumeReclaimPolicy");
        if (reclaim.isGiven()) {
            reclaim.oneOf(RECLAIM);
        }
        affinity(spec.field("nodeAffinity"));
        VolumeSource.exactlyOne(spec, VolumeSources.of(spec, volume.at("metadata", "name").text()));
        if (spec.at("hostPath", "path").isGiven()
                && isRoot(spec.at("hostPath", "path").text())
                && reclaim.is("Recycle")) {
            reclaim.forbidden("may not be 'recycle' for a hostPath mount of '/'");
        }
        spec.field("storageClassName").conforms(Names::dns1123Subdomain);
        spec.field("volumeMode").oneOf(ClaimSpecRules.MODES);
        attributes(spec);
    }

    private static boolean isRoot(String path) {
        return path.chars().allMatch(c -> c == '/' || c == '.') && !path.contains("...");
    }

    private static void capacity(Inspection capacity) {
        capacity.required();
        if (!capacity.node().has("storage") || capacity.size() > 1) {
            capacity.notSupportedAs("mq", STORAGE);
        }
        capacity.eachEntry(
                amount -> {
                    long value = Quantities.of(amount.node()).value();
                    if (value < 0) {
                        amount.invalid(value, "must be a valid resource quantity");
                    }
                    Quantities.positive(amount);
                });
    }

    private static void affinity(Inspection affinity) {
        if (!affinity.isPresent()) {
            return;
        }
        if (affinity.field("required").isPresent()) {
            NodeSelectorRules.check(affinity.field("required"));
        } else {
            affinity.field("required").missing("must specify required node constraints");
        }
    }

    private static void attributes(Inspection spec) {
        Inspection name = spec.field("volumeAttributesClassName");
        if (!name.isPresent()) {
            return;
        }
        if (name.isGiven()) {
            name.checked(Names::dns1123Subdomain);
        } else {
            name.missing("an empty string is disallowed");
        }
        if (!spec.field("csi").isPresent()) {
            spec.field("csi").missing("has to be specified when using volumeAttributesClassName");
        }
    }

    @Override
    public void checkUpdate(Inspection volume, ApiObject old) {
        check(volume);
        Inspection spec = volume.field("spec");
        source(volume, old.at("spec"));
        Inspection reported = volume.field("volumeMode", spec.field("volumeMode").node());
        reported.immutable(old.at("spec", "volumeMode"), "*s");
        JsonNode affinity = old.at("spec", "nodeAffinity");
        if (affinity.isObject()
                && !BetaLabels.isSame(spec.field("nodeAffinity").node(), affinity)) {
            volume.field("nodeAffinity", spec.field("nodeAffinity").node())
                    .invalidAs(
                            "*ocore.VolumeNodeAffinity",
                            "field is immutable, except for updating from beta label to GA");
        }
        Inspection attributes = spec.field("volumeAttributesClassName");
        if (old.at("spec").has("volumeAttributesClassName") && !attributes.isPresent()) {
            attributes.forbidden("update from non-nil value to nil is forbidden");
        }
    }

    private static void source(Inspection volume, JsonNode old) {
        ObjectNode before = VolumeSources.only(old);
        ObjectNode now = VolumeSources.only(volume.node().path("spec"));
        if (before.path("csi").isObject()
                && !before.path("csi").has("controllerExpandSecretRef")
                && now.get("csi") instanceof ObjectNode csi) {
            csi.remove("controllerExpandSecretRef");
        }
        if (!JsonValues.equal(before, now)) {
            volume.field("spec")
                    .field("persistentvolumesource")
                    .forbidden(
                            "spec.persistentvolumesource is immutable after creation\n"
                                    + volume.structs()
                                            .diff("core.PersistentVolumeSource", before, now));
        }
    }
}
