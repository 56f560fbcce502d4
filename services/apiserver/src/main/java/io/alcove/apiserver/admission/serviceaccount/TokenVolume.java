package io.alcove.apiserver.admission.serviceaccount;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.names.GeneratedNames;
import io.alcove.apimachinery.object.ApiObject;
import java.util.Optional;

/** The volume by which containers get a token, the cluster's authority, and their namespace. */
final class TokenVolume {

    private static final String PREFIX = "kube-api-access-";
    private static final String MOUNT_PATH = "/var/run/secrets/kubernetes.io/serviceaccount";
    private static final int DEFAULT_MODE = 0644;

    /** An hour and a bit, by which upstream tells tokens that it made up from those asked for. */
    private static final int EXPIRATION_SECONDS = 3607;

    private TokenVolume() {}

    /** Mounts it into all containers that mount nothing else at its path. */
    static void mount(ApiObject pod) {
        Optional<String> present = present(pod);
        String name = present.orElseGet(() -> GeneratedNames.of(PREFIX));
        boolean mounted = mountInto(pod, "initContainers", name);
        mounted |= mountInto(pod, "containers", name);
        if (mounted && present.isEmpty()) {
            add(pod, name);
        }
    }

    private static Optional<String> present(ApiObject pod) {
        return pod.elements("spec", "volumes").stream()
                .map(volume -> volume.path("name").asText(""))
                .filter(name -> name.startsWith(PREFIX))
                .findFirst();
    }

    private static boolean mountInto(ApiObject pod, String containers, String name) {
        boolean mounted = false;
        for (JsonNode container : pod.elements("spec", containers)) {
            if (!isTaken(container)) {
                ((ObjectNode) container)
                        .withArray("volumeMounts")
                        .addObject()
                        .put("name", name)
                        .put("readOnly", true)
                        .put("mountPath", MOUNT_PATH);
                mounted = true;
            }
        }
        return mounted;
    }

    private static boolean isTaken(JsonNode container) {
        return container
                .path("volumeMounts")
                .valueStream()
                .anyMatch(mount -> mount.path("mountPath").asText().equals(MOUNT_PATH));
    }

    private static void add(ApiObject pod, String name) {
        ObjectNode volume = pod.with("spec").withArray("volumes").addObject().put("name", name);
        ObjectNode projected = volume.putObject("projected");
        ArrayNode sources = projected.putArray("sources");
        sources.addObject()
                .putObject("serviceAccountToken")
                .put("expirationSeconds", EXPIRATION_SECONDS)
                .put("path", "token");
        ObjectNode authority = sources.addObject().putObject("configMap");
        authority.put("name", "kube-root-ca.crt");
        authority.putArray("items").addObject().put("key", "ca.crt").put("path", "ca.crt");
        sources.addObject()
                .putObject("downwardAPI")
                .putArray("items")
                .addObject()
                .put("path", "namespace")
                .putObject("fieldRef")
                .put("apiVersion", "v1")
                .put("fieldPath", "metadata.namespace");
        projected.put("defaultMode", DEFAULT_MODE);
    }
}
