package io.alcove.apiserver.kinds.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.status.GoText;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.PathRules;
import io.alcove.apiserver.kinds.validation.Quantities;
import io.alcove.apiserver.kinds.validation.TemplateMetadata;
import io.alcove.apiserver.kinds.volume.ClaimSpecRules;
import io.alcove.apiserver.kinds.volume.IscsiRules;
import io.alcove.apiserver.kinds.volume.SharedSources;
import io.alcove.apiserver.kinds.volume.VolumeSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** spec.volumes. */
final class VolumeRules {

    private static final List<VolumeSource> SOURCES =
            List.of(
                    VolumeSource.of("emptyDir", VolumeRules::emptyDir),
                    VolumeSource.of("hostPath", SharedSources::hostPath),
                    VolumeSource.of("gitRepo", VolumeRules::gitRepo),
                    new VolumeSource(
                            "gcePersistentDisk",
                            "gcePersistentDisk",
                            "persistentDisk",
                            SharedSources::gcePersistentDisk),
                    VolumeSource.of("awsElasticBlockStore", SharedSources::awsElasticBlockStore),
                    VolumeSource.of("secret", secret -> files(secret, "secretName")),
                    VolumeSource.of("nfs", SharedSources::nfs),
                    VolumeSource.of("iscsi", IscsiRules::inPod),
                    VolumeSource.of("glusterfs", SharedSources::glusterfs),
                    VolumeSource.of("flocker", SharedSources::flocker),
                    SharedSources.needing("persistentVolumeClaim", "claimName"),
                    VolumeSource.of("rbd", SharedSources::rbd),
                    VolumeSource.of("cinder", cinder -> SharedSources.cinder(cinder, false)),
                    new VolumeSource("cephfs", "cephFS", "cephfs", SharedSources::cephfs),
                    VolumeSource.of("quobyte", SharedSources::quobyte),
                    new VolumeSource(
                            "downwardAPI",
                            "downwarAPI",
                            "downwardAPI",
                            ProjectedRules::downwardVolume),
                    VolumeSource.of("fc", SharedSources::fc),
                    VolumeSource.of("flexVolume", SharedSources::flexVolume),
                    VolumeSource.of("configMap", configMap -> files(configMap, "name")),
                    VolumeSource.of("azureFile", SharedSources::azureFile),
                    SharedSources.needing("vsphereVolume", "volumePath"),
                    SharedSources.needing("photonPersistentDisk", "pdID"),
                    SharedSources.needing("portworxVolume", "volumeID"),
                    VolumeSource.of("azureDisk", SharedSources::azureDisk),
                    VolumeSource.of("storageos", s -> SharedSources.storageOs(s, false)),
                    VolumeSource.of("projected", ProjectedRules::check),
                    VolumeSource.of("scaleIO", SharedSources::scaleIo),
                    VolumeSource.of("csi", VolumeRules::csi),
                    VolumeSource.of("ephemeral", VolumeRules::ephemeral),
                    VolumeSource.of("image", _ -> {}));

    private VolumeRules() {}

    /** The valid volumes by name. */
    static Map<String, JsonNode> check(Inspection volumes, String podName, boolean isPod) {
        if (volumes.size() == 0) {
            return Map.of();
        }
        Set<String> claims = ephemeralClaims(volumes.node(), podName);
        Map<String, JsonNode> valid = new HashMap<>();
        volumes.each(
                volume -> {
                    int before = volume.causes().size();
                    volume(volume, podName, isPod, valid);
                    if (volume.causes().size() == before) {
                        valid.put(volume.field("name").text(), volume.node());
                    }
                    Inspection claim = volume.at("persistentVolumeClaim", "claimName");
                    if (claim.isGiven() && claims.contains(claim.text())) {
                        claim.invalid(
                                "must not reference a PVC that gets created for an ephemeral volume");
                    }
                });
        return valid;
    }

    private static Set<String> ephemeralClaims(JsonNode volumes, String podName) {
        Set<String> claims = new HashSet<>();
        for (JsonNode volume : volumes) {
            if (!podName.isEmpty() && volume.path("ephemeral").isObject()) {
                claims.add(podName + "-" + volume.path("name").asText(""));
            }
        }
        return claims;
    }

    private static void volume(
            Inspection volume, String podName, boolean isPod, Map<String, JsonNode> valid) {
        VolumeSource.exactlyOne(volume, SOURCES);
        if (volume.node().has("iscsi")) {
            IscsiRules.nameInPod(volume);
        }
        if (volume.node().has("ephemeral")) {
            claimName(volume, podName);
        }
        if (volume.node().has("image")) {
            image(volume.field("image"), isPod);
        }
        Inspection name = volume.field("name");
        name.requiredAs(Names::dns1123Label);
        if (valid.containsKey(name.text())) {
            name.duplicate(name.text());
        }
    }

    private static void emptyDir(Inspection emptyDir) {
        if (Quantities.of(emptyDir.node().path("sizeLimit")).signum() < 0) {
            emptyDir.field("sizeLimit")
                    .forbidden("SizeLimit field must be a valid resource quantity");
        }
    }

    private static void gitRepo(Inspection gitRepo) {
        gitRepo.field("repository").required();
        PathRules.descending(gitRepo.field("directory"));
    }

    private static void files(Inspection source, String name) {
        source.field(name).required();
        PathRules.fileMode(source.field("defaultMode"));
        source.field("items").each(VolumeRules::keyToPath);
    }

    static void keyToPath(Inspection item) {
        item.field("key").required();
        item.field("path").required();
        PathRules.unreserved(item.field("path"));
        PathRules.fileMode(item.field("mode"));
    }

    private static void csi(Inspection csi) {
        SharedSources.driverName(csi.field("driver"));
        Inspection secret = csi.field("nodePublishSecretRef");
        if (secret.isPresent() && secret.field("name").required()) {
            csi.field("name", secret.node().path("name")).checked(Names::dns1123Subdomain);
        }
    }

    private static void ephemeral(Inspection ephemeral) {
        Inspection template = ephemeral.field("volumeClaimTemplate");
        if (template.isPresent()) {
            TemplateMetadata.onlyLabelsAndAnnotations(template.field("metadata"));
            ClaimSpecRules.check(template.field("spec"));
        } else {
            template.missing();
        }
    }

    private static void claimName(Inspection volume, String podName) {
        Inspection name = volume.field("name");
        if (podName.isEmpty() || !name.isGiven()) {
            return;
        }
        String claim = podName + "-" + name.text();
        Names.dns1123Subdomain(claim)
                .forEach(p -> name.invalid("PVC name " + GoText.quote(claim) + ": " + p));
    }

    /** A template may leave the reference to what fills it in later. */
    private static void image(Inspection image, boolean isPod) {
        if (isPod) {
            image.field("reference").required();
        }
        image.field("pullPolicy").requiredOneOf(ContainerRules.PULL_POLICIES);
    }
}
