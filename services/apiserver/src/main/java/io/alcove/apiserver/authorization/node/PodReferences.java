package io.alcove.apiserver.authorization.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The objects of its namespace that a pod needs where it runs. */
record PodReferences(
        Set<String> secrets,
        Set<String> configMaps,
        Set<String> claims,
        Set<String> resourceClaims,
        Set<String> serviceAccounts) {

    private static final String MIRROR = "kubernetes.io/config.mirror";
    private static final List<String> CONTAINERS =
            List.of("initContainers", "containers", "ephemeralContainers");
    private static final List<String> SECRET_REFERENCES =
            List.of("cephfs", "cinder", "flexVolume", "rbd", "scaleIO", "iscsi", "storageos");

    static PodReferences of(ApiObject pod) {
        PodReferences all =
                new PodReferences(
                        new HashSet<>(),
                        new HashSet<>(),
                        new HashSet<>(),
                        new HashSet<>(),
                        new HashSet<>());
        if (pod.annotation(MIRROR).isPresent()) {
            return all; // made by the kubelet itself, which could name anything
        }
        JsonNode spec = pod.at("spec");
        add(all.serviceAccounts, spec.path("serviceAccountName"));
        spec.path("imagePullSecrets").forEach(s -> add(all.secrets, s.path("name")));
        for (String kind : CONTAINERS) {
            spec.path(kind).forEach(all::addContainer);
        }
        spec.path("volumes").forEach(volume -> all.addVolume(pod, volume));
        all.addResourceClaims(pod);
        return all;
    }

    private void addContainer(JsonNode container) {
        for (JsonNode from : container.path("envFrom")) {
            add(secrets, from.path("secretRef").path("name"));
            add(configMaps, from.path("configMapRef").path("name"));
        }
        for (JsonNode variable : container.path("env")) {
            JsonNode from = variable.path("valueFrom");
            add(secrets, from.path("secretKeyRef").path("name"));
            add(configMaps, from.path("configMapKeyRef").path("name"));
        }
    }

    private void addVolume(ApiObject pod, JsonNode volume) {
        add(secrets, volume.path("secret").path("secretName"));
        add(secrets, volume.path("azureFile").path("secretName"));
        add(secrets, volume.path("csi").path("nodePublishSecretRef").path("name"));
        for (String kind : SECRET_REFERENCES) {
            add(secrets, volume.path(kind).path("secretRef").path("name"));
        }
        add(configMaps, volume.path("configMap").path("name"));
        for (JsonNode source : volume.path("projected").path("sources")) {
            add(secrets, source.path("secret").path("name"));
            add(configMaps, source.path("configMap").path("name"));
        }
        add(claims, volume.path("persistentVolumeClaim").path("claimName"));
        if (volume.has("ephemeral")) {
            claims.add(pod.name() + "-" + volume.path("name").asText());
        }
    }

    private void addResourceClaims(ApiObject pod) {
        for (JsonNode claim : pod.at("spec", "resourceClaims")) {
            add(resourceClaims, claim.path("resourceClaimName"));
            if (claim.has("resourceClaimTemplateName")) {
                for (JsonNode status : pod.at("status", "resourceClaimStatuses")) {
                    if (status.path("name").equals(claim.path("name"))) {
                        add(resourceClaims, status.path("resourceClaimName"));
                    }
                }
            }
        }
        add(resourceClaims, pod.at("status", "extendedResourceClaimStatus", "resourceClaimName"));
    }

    private static void add(Set<String> names, JsonNode name) {
        if (!name.asText("").isEmpty()) {
            names.add(name.asText());
        }
    }
}
