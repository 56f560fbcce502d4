package io.alcove.scheduler.framework;

import io.alcove.apimachinery.object.ApiObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A node and the pods on it, at one moment.
 *
 * @param pods by their uid
 */
public record NodeInfo(
        ApiObject node,
        Resources allocatable,
        Map<String, PodInfo> pods,
        Resources requested,
        Resources weight) {

    public static NodeInfo of(ApiObject node, List<PodInfo> pods) {
        Map<String, PodInfo> byUid = new HashMap<>();
        Resources requested = Resources.NONE;
        Resources weight = Resources.NONE;
        for (PodInfo pod : pods) {
            byUid.put(pod.pod().uid(), pod);
            requested = requested.plus(pod.requests());
            weight = weight.plus(pod.weight());
        }
        Resources allocatable = Resources.of(node.at("status", "allocatable"));
        return new NodeInfo(node, allocatable, Map.copyOf(byUid), requested, weight);
    }

    public String name() {
        return node.name();
    }
}
