package io.alcove.apiserver.kinds.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.names.Names;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.PathRules;
import java.util.List;

/** What a PersistentVolume can be made of. */
final class VolumeSources {

    private static final List<String> SECRETS =
            List.of(
                    "controllerPublishSecretRef",
                    "controllerExpandSecretRef",
                    "nodePublishSecretRef",
                    "nodeExpandSecretRef");
    private static final List<String> FIELDS =
            of(Inspection.trial(JsonNodeFactory.instance.objectNode()), "").stream()
                    .map(VolumeSource::field)
                    .toList();

    private VolumeSources() {}

    static List<VolumeSource> of(Inspection spec, String name) {
        return List.of(
                VolumeSource.of("hostPath", SharedSources::hostPath),
                new VolumeSource(
                        "gcePersistentDisk",
                        "gcePersistentDisk",
                        "persistentDisk",
                        SharedSources::gcePersistentDisk),
                VolumeSource.of("awsElasticBlockStore", SharedSources::awsElasticBlockStore),
                VolumeSource.of("glusterfs", SharedSources::glusterfs),
                VolumeSource.of("flocker", SharedSources::flocker),
                VolumeSource.of("nfs", SharedSources::nfs),
                VolumeSource.of("rbd", SharedSources::rbd),
                VolumeSource.of("quobyte", SharedSources::quobyte),
                new VolumeSource("cephfs", "cephFS", "cephfs", SharedSources::cephfs),
                VolumeSource.of("iscsi", iscsi -> IscsiRules.inPersistentVolume(iscsi, name)),
                VolumeSource.of("cinder", cinder -> SharedSources.cinder(cinder, true)),
                VolumeSource.of("fc", SharedSources::fc),
                VolumeSource.of("flexVolume", SharedSources::flexVolume),
                VolumeSource.of("azureFile", SharedSources::azureFile),
                SharedSources.needing("vsphereVolume", "volumePath"),
                SharedSources.needing("photonPersistentDisk", "pdID"),
                SharedSources.needing("portworxVolume", "volumeID"),
                VolumeSource.of("azureDisk", SharedSources::azureDisk),
                VolumeSource.of("scaleIO", SharedSources::scaleIo),
                VolumeSource.of("local", local -> local(local, spec)),
                VolumeSource.of("storageos", s -> SharedSources.storageOs(s, true)),
                VolumeSource.of("csi", VolumeSources::csi));
    }

    private static void local(Inspection local, Inspection spec) {
        local.field("path").required();
        PathRules.noBacksteps(local.field("path"));
        if (!spec.field("nodeAffinity").isPresent()) {
            spec.field("nodeAffinity").missing("Local volume requires node affinity");
        }
    }

    private static void csi(Inspection csi) {
        SharedSources.driverName(csi.field("driver"));
        csi.field("volumeHandle").required();
        for (String field : SECRETS) {
            Inspection secret = csi.field(field);
            if (secret.isPresent()) {
                secret.field("name").requiredAs(Names::dns1123Subdomain);
                secret.field("namespace").requiredAs(Names::dns1123Label);
            }
        }
    }

    /** The source alone, without what else a volume has. */
    static ObjectNode only(JsonNode spec) {
        ObjectNode source = JsonNodeFactory.instance.objectNode();
        for (String field : FIELDS) {
            if (spec.has(field)) {
                source.set(field, spec.get(field).deepCopy());
            }
        }
        return source;
    }
}
