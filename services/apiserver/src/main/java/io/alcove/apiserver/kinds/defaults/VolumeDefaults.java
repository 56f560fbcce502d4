package io.alcove.apiserver.kinds.defaults;

import static io.alcove.apiserver.kinds.defaults.Default.set;
import static io.alcove.apiserver.kinds.defaults.Default.setAbsent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Volumes, claims and what provides them. */
final class VolumeDefaults {

    private static final int READABLE = 0644;

    static final Map<String, List<Default>> TABLE =
            Map.ofEntries(
                    Map.entry("core.Volume", List.of(VolumeDefaults::volume)),
                    Map.entry("core.SecretVolumeSource", List.of(set("defaultMode", READABLE))),
                    Map.entry("core.ConfigMapVolumeSource", List.of(set("defaultMode", READABLE))),
                    Map.entry(
                            "core.DownwardAPIVolumeSource", List.of(set("defaultMode", READABLE))),
                    Map.entry("core.ProjectedVolumeSource", List.of(set("defaultMode", READABLE))),
                    Map.entry(
                            "core.ServiceAccountTokenProjection",
                            List.of(set("expirationSeconds", 3600))),
                    Map.entry("core.HostPathVolumeSource", List.of(VolumeDefaults::hostPathType)),
                    Map.entry("core.ISCSIVolumeSource", iscsi()),
                    Map.entry("core.ISCSIPersistentVolumeSource", iscsi()),
                    Map.entry("core.RBDVolumeSource", rbd()),
                    Map.entry("core.RBDPersistentVolumeSource", rbd()),
                    Map.entry("core.ScaleIOVolumeSource", scaleIo()),
                    Map.entry("core.ScaleIOPersistentVolumeSource", scaleIo()),
                    Map.entry(
                            "core.AzureDiskVolumeSource",
                            List.of(
                                    setAbsent("cachingMode", "ReadWrite"),
                                    setAbsent("fsType", "ext4"),
                                    set("readOnly", false),
                                    setAbsent("kind", "Shared"))),
                    Map.entry("core.PersistentVolumeStatus", List.of(set("phase", "Pending"))),
                    Map.entry(
                            "core.PersistentVolumeSpec",
                            List.of(
                                    set("persistentVolumeReclaimPolicy", "Retain"),
                                    setAbsent("volumeMode", "Filesystem"))),
                    Map.entry("core.PersistentVolumeClaimStatus", List.of(set("phase", "Pending"))),
                    Map.entry(
                            "core.PersistentVolumeClaimSpec",
                            List.of(setAbsent("volumeMode", "Filesystem"))),
                    Map.entry(
                            "storage.StorageClass",
                            List.of(
                                    setAbsent("reclaimPolicy", "Delete"),
                                    setAbsent("volumeBindingMode", "Immediate"))),
                    Map.entry(
                            "storage.CSIDriverSpec",
                            List.of(
                                    set("attachRequired", true),
                                    set("podInfoOnMount", false),
                                    set("storageCapacity", false),
                                    setAbsent("fsGroupPolicy", "ReadWriteOnceWithFSType"),
                                    Default.texts("volumeLifecycleModes", "Persistent"),
                                    set("requiresRepublish", false),
                                    set("seLinuxMount", false))));

    private VolumeDefaults() {}

    /** A volume that names no source is an empty directory. */
    private static void volume(ObjectNode volume) {
        if (volume.properties().stream().allMatch(e -> e.getKey().equals("name"))) {
            volume.putObject("emptyDir");
        }
        if (volume.get("image") instanceof ObjectNode image) {
            PodDefaults.pullPolicy(image, "pullPolicy", image.path("reference").asText());
        }
    }

    private static void hostPathType(ObjectNode hostPath) {
        if (!hostPath.path("type").isTextual()) {
            hostPath.put("type", "");
        }
    }

    private static List<Default> iscsi() {
        return List.of(set("iscsiInterface", "default"));
    }

    private static List<Default> rbd() {
        return List.of(
                set("pool", "rbd"), set("user", "admin"), set("keyring", "/etc/ceph/keyring"));
    }

    private static List<Default> scaleIo() {
        return List.of(set("storageMode", "ThinProvisioned"), set("fsType", "xfs"));
    }
}
