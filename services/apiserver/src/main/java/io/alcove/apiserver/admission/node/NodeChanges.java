package io.alcove.apiserver.admission.node;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.GoText;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** What a node may change of its own Node. */
final class NodeChanges {

    private static final Set<String> KUBELET_LABELS =
            Set.of(
                    "kubernetes.io/hostname",
                    "topology.kubernetes.io/zone",
                    "topology.kubernetes.io/region",
                    "failure-domain.beta.kubernetes.io/zone",
                    "failure-domain.beta.kubernetes.io/region",
                    "beta.kubernetes.io/instance-type",
                    "node.kubernetes.io/instance-type",
                    "kubernetes.io/os",
                    "kubernetes.io/arch",
                    "beta.kubernetes.io/os",
                    "beta.kubernetes.io/arch");

    private NodeChanges() {}

    static void admit(AdmissionRequest request, String node) {
        if (!request.name().equals(node)) {
            throw request.forbidden(
                    "node %s is not allowed to modify node %s"
                            .formatted(GoText.quote(node), GoText.quote(request.name())));
        }
        if (request.is(Operation.CREATE)) {
            admitCreate(request, node);
        } else if (request.is(Operation.UPDATE)) {
            admitUpdate(request, node);
        }
    }

    private static void admitCreate(AdmissionRequest request, String node) {
        ApiObject object = request.newObject();
        if (object.at("spec").has("configSource")) {
            throw request.forbidden(
                    "node %s is not allowed to create pods with a non-nil configSource"
                            .formatted(GoText.quote(node)));
        }
        NavigableSet<String> forbidden = forbidden(object.labels(), Map.of());
        if (!forbidden.isEmpty()) {
            throw request.forbidden(
                    "node %s is not allowed to set the following labels: %s"
                            .formatted(GoText.quote(node), String.join(", ", forbidden)));
        }
    }

    private static void admitUpdate(AdmissionRequest request, String node) {
        ApiObject object = request.newObject();
        ApiObject old = request.presentObject();
        String who = "node " + GoText.quote(node);
        if (object.at("spec").has("configSource")
                && !object.at("spec", "configSource").equals(old.at("spec", "configSource"))) {
            throw request.forbidden(
                    who + " is not allowed to update configSource to a new non-nil configSource");
        }
        if (differs(object, old, "spec", "taints")) {
            throw request.forbidden(who + " is not allowed to modify taints");
        }
        if (differs(object, old, "metadata", "ownerReferences")) {
            throw request.forbidden(who + " is not allowed to modify ownerReferences");
        }
        NavigableSet<String> forbidden = forbidden(object.labels(), old.labels());
        if (!forbidden.isEmpty()) {
            throw request.forbidden(
                    "is not allowed to modify labels: " + String.join(", ", forbidden));
        }
    }

    private static boolean differs(ApiObject a, ApiObject b, String... path) {
        return !a.elements(path).equals(b.elements(path));
    }

    private static NavigableSet<String> forbidden(Map<String, String> a, Map<String, String> b) {
        NavigableSet<String> keys = new TreeSet<>(a.keySet());
        keys.addAll(b.keySet());
        keys.removeIf(key -> isSame(a, b, key) || !isForbidden(key));
        return keys;
    }

    private static boolean isSame(Map<String, String> a, Map<String, String> b, String key) {
        return a.containsKey(key) && b.containsKey(key) && a.get(key).equals(b.get(key));
    }

    private static boolean isForbidden(String key) {
        int slash = key.indexOf('/');
        String domain = slash < 0 ? "" : key.substring(0, slash);
        if (isIn(domain, "node-restriction.kubernetes.io")) {
            return true;
        }
        boolean kubernetes = isIn(domain, "kubernetes.io") || isIn(domain, "k8s.io");
        boolean kubelet =
                KUBELET_LABELS.contains(key)
                        || isIn(domain, "kubelet.kubernetes.io")
                        || isIn(domain, "node.kubernetes.io");
        return kubernetes && !kubelet;
    }

    private static boolean isIn(String domain, String parent) {
        return domain.equals(parent) || domain.endsWith("." + parent);
    }
}
