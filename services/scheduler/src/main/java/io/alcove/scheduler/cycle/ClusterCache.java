package io.alcove.scheduler.cycle;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.scheduler.framework.NodeInfo;
import io.alcove.scheduler.framework.PodInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Nodes with their pods, those among them that are not yet known to be bound. */
final class ClusterCache {

    private final Map<String, ApiObject> nodes = new TreeMap<>();
    private final Map<String, Map<String, PodInfo>> podsByNode = new HashMap<>();
    private final Map<String, String> nodeByUid = new HashMap<>();
    private final Map<String, NodeInfo> infos = new HashMap<>();

    synchronized void putNode(ApiObject node) {
        nodes.put(node.name(), node);
        infos.remove(node.name());
    }

    synchronized void removeNode(String name) {
        nodes.remove(name);
        infos.remove(name);
    }

    /** A pod on a node, bound or assumed to be soon. */
    synchronized void put(PodInfo pod, String node) {
        String uid = pod.pod().uid();
        String before = nodeByUid.put(uid, node);
        if (before != null && !before.equals(node)) {
            take(uid, before);
        }
        podsByNode.computeIfAbsent(node, _ -> new HashMap<>()).put(uid, pod);
        infos.remove(node);
    }

    /** A pod that ended, is gone, or was not bound after all. */
    synchronized void remove(String uid) {
        String node = nodeByUid.remove(uid);
        if (node != null) {
            take(uid, node);
        }
    }

    synchronized boolean holds(String uid) {
        return nodeByUid.containsKey(uid);
    }

    /** All nodes, by name. */
    synchronized List<NodeInfo> snapshot() {
        return nodes.values().stream()
                .map(node -> infos.computeIfAbsent(node.name(), _ -> info(node)))
                .toList();
    }

    private NodeInfo info(ApiObject node) {
        Map<String, PodInfo> pods = podsByNode.getOrDefault(node.name(), Map.of());
        return NodeInfo.of(node, List.copyOf(pods.values()));
    }

    private void take(String uid, String node) {
        podsByNode.computeIfPresent(
                node,
                (_, pods) -> {
                    pods.remove(uid);
                    return pods;
                });
        infos.remove(node);
    }
}
