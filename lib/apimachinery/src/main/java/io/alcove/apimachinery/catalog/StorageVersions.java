package io.alcove.apimachinery.catalog;

import io.alcove.apimachinery.object.GroupVersionResource;
import java.util.Map;

/**
 * Which resource the objects of another are stored as. Not published by any server: taken from what
 * kube-apiserver writes into etcd.
 */
final class StorageVersions {

    private static final Map<GroupVersionResource, GroupVersionResource> STORED_AS =
            Map.of(
                    new GroupVersionResource("events.k8s.io", "v1", "events"),
                    new GroupVersionResource("", "v1", "events"),
                    new GroupVersionResource("autoscaling", "v1", "horizontalpodautoscalers"),
                    new GroupVersionResource("autoscaling", "v2", "horizontalpodautoscalers"));

    private StorageVersions() {}

    static GroupVersionResource of(GroupVersionResource resource) {
        return STORED_AS.getOrDefault(resource, resource);
    }
}
