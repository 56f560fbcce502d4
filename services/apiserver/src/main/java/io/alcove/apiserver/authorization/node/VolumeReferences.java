package io.alcove.apiserver.authorization.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a persistent volume ties together.
 *
 * @param claim that it is bound to
 * @param secrets that a kubelet needs to mount it
 */
record VolumeReferences(String name, Optional<ObjectName> claim, Set<ObjectName> secrets) {

    private static final List<String> SECRET_REFERENCES =
            List.of("cephfs", "cinder", "flexVolume", "rbd", "scaleIO", "iscsi", "storageos");

    /** Those of the controller are none of a kubelet's. */
    private static final List<String> OF_CSI =
            List.of("nodePublishSecretRef", "nodeStageSecretRef", "nodeExpandSecretRef");

    static VolumeReferences of(ApiObject volume) {
        JsonNode claim = volume.at("spec", "claimRef");
        if (!claim.isObject()) {
            return new VolumeReferences(volume.name(), Optional.empty(), Set.of());
        }
        String namespace = claim.path("namespace").asText("");
        Set<ObjectName> secrets = new HashSet<>();
        JsonNode spec = volume.at("spec");
        JsonNode azure = spec.path("azureFile");
        if (azure.has("secretName")) {
            String other = azure.path("secretNamespace").asText("");
            secrets.add(
                    new ObjectName(
                            other.isEmpty() ? namespace : other,
                            azure.path("secretName").asText()));
        }
        SECRET_REFERENCES.forEach(
                kind -> add(secrets, spec.path(kind).path("secretRef"), namespace));
        for (String kind : OF_CSI) {
            add(secrets, spec.path("csi").path(kind), namespace);
        }
        return new VolumeReferences(
                volume.name(),
                Optional.of(new ObjectName(namespace, claim.path("name").asText(""))),
                secrets);
    }

    private static void add(Set<ObjectName> secrets, JsonNode reference, String namespace) {
        String name = reference.path("name").asText("");
        String own = reference.path("namespace").asText("");
        if (!name.isEmpty()) {
            secrets.add(new ObjectName(own.isEmpty() ? namespace : own, name));
        }
    }
}
