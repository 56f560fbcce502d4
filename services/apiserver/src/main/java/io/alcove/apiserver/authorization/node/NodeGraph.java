package io.alcove.apiserver.authorization.node;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.authorization.ParsedObjects;
import io.alcove.apiserver.storage.StoredObject;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which objects a node's pods lead to, read from the watch cache: from a pod to what it names, over
 * a claim to its volume, and to the volume's secrets.
 */
final class NodeGraph {

    private static final String NODE_NAME = "spec.nodeName";

    private final ParsedObjects<PodReferences> pods;
    private final ParsedObjects<VolumeReferences> volumes;
    private final ParsedObjects<String> attachments;
    private final ParsedObjects<String> slices;

    NodeGraph(ObjectStorages storages) {
        this.pods = parsed(storages, "", "pods", PodReferences::of);
        this.volumes = parsed(storages, "", "persistentvolumes", VolumeReferences::of);
        this.attachments =
                parsed(
                        storages,
                        "storage.k8s.io",
                        "volumeattachments",
                        attachment -> attachment.text("spec", "nodeName"));
        this.slices =
                parsed(
                        storages,
                        "resource.k8s.io",
                        "resourceslices",
                        slice -> slice.text("spec", "nodeName"));
    }

    boolean hasPod(String node, ObjectName pod) {
        return pods.select(pod.namespace(), p -> p.name().equals(pod) && isOn(p, node))
                .findAny()
                .isPresent();
    }

    boolean hasAttachment(String node, ObjectName name) {
        return attachments.get(name).filter(node::equals).isPresent();
    }

    boolean hasSlice(String node, ObjectName name) {
        return slices.get(name).filter(node::equals).isPresent();
    }

    boolean hasSecret(String node, ObjectName secret) {
        return podsName(node, secret.namespace(), p -> p.secrets().contains(secret.name()))
                || volumes.list("").stream()
                        .filter(volume -> volume.secrets().contains(secret))
                        .anyMatch(volume -> isMounted(node, volume));
    }

    boolean hasConfigMap(String node, ObjectName map) {
        return podsName(node, map.namespace(), p -> p.configMaps().contains(map.name()));
    }

    boolean hasClaim(String node, ObjectName claim) {
        return podsName(node, claim.namespace(), p -> p.claims().contains(claim.name()));
    }

    boolean hasVolume(String node, ObjectName name) {
        return volumes.get(name).filter(volume -> isMounted(node, volume)).isPresent();
    }

    boolean hasResourceClaim(String node, ObjectName claim) {
        return podsName(node, claim.namespace(), p -> p.resourceClaims().contains(claim.name()));
    }

    boolean hasServiceAccount(String node, ObjectName account) {
        return podsName(
                node, account.namespace(), p -> p.serviceAccounts().contains(account.name()));
    }

    private boolean isMounted(String node, VolumeReferences volume) {
        return volume.claim().filter(claim -> hasClaim(node, claim)).isPresent();
    }

    private boolean podsName(String node, String namespace, Predicate<PodReferences> named) {
        return !namespace.isEmpty()
                && pods.select(namespace, pod -> isOn(pod, node)).anyMatch(named);
    }

    private static boolean isOn(StoredObject pod, String node) {
        return node.equals(pod.fields().get(NODE_NAME));
    }

    private static <T> ParsedObjects<T> parsed(
            ObjectStorages storages, String group, String resource, Function<ApiObject, T> reader) {
        return new ParsedObjects<>(storages.of(new GroupResource(group, resource)), reader);
    }
}
