package io.alcove.apimachinery.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of volumes and of what provides them. */
final class StorageCells {

    private static final String OLD_CLASS = "volume.beta.kubernetes.io/storage-class";
    private static final String DEFAULT = "storageclass.kubernetes.io/is-default-class";
    private static final String OLD_DEFAULT = "storageclass.beta.kubernetes.io/is-default-class";

    private static final Map<String, String> MODES =
            Map.of(
                    "ReadWriteOnce", "RWO",
                    "ReadOnlyMany", "ROX",
                    "ReadWriteMany", "RWX",
                    "ReadWriteOncePod", "RWOP");

    /** In the order in which they are printed. */
    private static final List<String> MODE_ORDER =
            List.of("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod");

    private StorageCells() {}

    static void volume(Cells row) {
        ApiObject volume = row.object();
        row.name().text("0", "spec", "capacity", "storage");
        row.text(modes(volume.at("spec", "accessModes")));
        row.text("", "spec", "persistentVolumeReclaimPolicy").text(phase(volume));
        JsonNode claim = volume.at("spec", "claimRef");
        row.text(
                claim.isObject()
                        ? claim.path("namespace").asText("") + "/" + claim.path("name").asText("")
                        : "");
        row.text(storageClass(volume)).text(Texts.UNSET, "spec", "volumeAttributesClassName");
        row.text("", "status", "reason").age().text(Texts.UNSET, "spec", "volumeMode");
    }

    static void claim(Cells row) {
        ApiObject claim = row.object();
        String volume = claim.text("spec", "volumeName");
        row.name().text(phase(claim)).text(volume);
        if (volume.isEmpty()) {
            row.text("").text("");
        } else {
            row.text("0", "status", "capacity", "storage");
            row.text(modes(claim.at("status", "accessModes")));
        }
        row.text(storageClass(claim)).text(Texts.UNSET, "spec", "volumeAttributesClassName");
        row.age().text(Texts.UNSET, "spec", "volumeMode");
    }

    static void storageClass(Cells row) {
        ApiObject storageClass = row.object();
        row.text(storageClass.name() + (isDefault(storageClass) ? " (default)" : ""));
        row.text(storageClass.text("provisioner")).text("Delete", "reclaimPolicy");
        row.text("Immediate", "volumeBindingMode");
        row.bool(storageClass.at("allowVolumeExpansion").asBoolean()).age();
    }

    static void attributesClass(Cells row) {
        row.name().text("", "driverName").age();
    }

    static void attachment(Cells row) {
        row.name().text("", "spec", "attacher");
        row.text("", "spec", "source", "persistentVolumeName").text("", "spec", "nodeName");
        row.bool(row.object().at("status", "attached").asBoolean()).age();
    }

    static void csiNode(Cells row) {
        row.name().number(row.object().at("spec", "drivers").size()).age();
    }

    static void csiDriver(Cells row) {
        ApiObject driver = row.object();
        row.name().bool(driver.at("spec", "attachRequired").asBoolean(true));
        row.bool(driver.at("spec", "podInfoOnMount").asBoolean());
        row.bool(driver.at("spec", "storageCapacity").asBoolean());
        JsonNode requests = driver.at("spec", "tokenRequests");
        row.text(requests.isArray() ? Texts.join(requests, "audience") : Texts.UNSET);
        row.bool(driver.at("spec", "requiresRepublish").asBoolean());
        String modes = Texts.join(driver.at("spec", "volumeLifecycleModes"));
        row.text(Texts.orElse(modes, Texts.NONE)).age();
    }

    private static boolean isDefault(ApiObject storageClass) {
        return storageClass.annotation(DEFAULT).orElse("").equals("true")
                || storageClass.annotation(OLD_DEFAULT).orElse("").equals("true");
    }

    private static String phase(ApiObject object) {
        return object.isBeingDeleted() ? "Terminating" : object.text("status", "phase");
    }

    private static String storageClass(ApiObject object) {
        return object.annotation(OLD_CLASS).orElse(object.text("spec", "storageClassName"));
    }

    private static String modes(JsonNode modes) {
        Set<String> present = new HashSet<>();
        modes.forEach(mode -> present.add(mode.asText()));
        List<String> texts = new ArrayList<>();
        for (String mode : MODE_ORDER) {
            if (present.contains(mode)) {
                texts.add(MODES.getOrDefault(mode, mode));
            }
        }
        return String.join(",", texts);
    }
}
