package io.alcove.controllermanager.controller;

import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.GroupVersionResource;

/** The resources that controllers speak of. */
public final class Resources {

    public static final GroupVersionResource NAMESPACES = core("namespaces");
    public static final GroupVersionResource SERVICE_ACCOUNTS = core("serviceaccounts");
    public static final GroupVersionResource CONFIG_MAPS = core("configmaps");
    public static final GroupVersionResource PODS = core("pods");
    public static final GroupVersionResource SERVICES = core("services");
    public static final GroupVersionResource ENDPOINTS = core("endpoints");
    public static final GroupVersionResource NODES = core("nodes");
    public static final GroupVersionResource PERSISTENT_VOLUMES = core("persistentvolumes");
    public static final GroupVersionResource PERSISTENT_VOLUME_CLAIMS =
            core("persistentvolumeclaims");
    public static final GroupVersionResource VOLUME_ATTRIBUTES_CLASSES =
            new GroupVersionResource("storage.k8s.io", "v1", "volumeattributesclasses");
    public static final GroupVersionResource REPLICA_SETS = apps("replicasets");
    public static final GroupVersionResource DEPLOYMENTS = apps("deployments");
    public static final GroupVersionResource JOBS = new GroupVersionResource("batch", "v1", "jobs");
    public static final GroupVersionResource ENDPOINT_SLICES =
            new GroupVersionResource("discovery.k8s.io", "v1", "endpointslices");

    public static final GroupVersionResource CLUSTER_ROLES =
            new GroupVersionResource("rbac.authorization.k8s.io", "v1", "clusterroles");

    public static final GroupVersionKind CLUSTER_ROLE =
            new GroupVersionKind("rbac.authorization.k8s.io", "v1", "ClusterRole");
    public static final GroupVersionKind SERVICE_ACCOUNT = coreKind("ServiceAccount");
    public static final GroupVersionKind CONFIG_MAP = coreKind("ConfigMap");
    public static final GroupVersionKind POD = coreKind("Pod");
    public static final GroupVersionKind SERVICE = coreKind("Service");
    public static final GroupVersionKind REPLICA_SET =
            new GroupVersionKind("apps", "v1", "ReplicaSet");
    public static final GroupVersionKind DEPLOYMENT =
            new GroupVersionKind("apps", "v1", "Deployment");
    public static final GroupVersionKind JOB = new GroupVersionKind("batch", "v1", "Job");
    public static final GroupVersionKind ENDPOINT_SLICE =
            new GroupVersionKind("discovery.k8s.io", "v1", "EndpointSlice");

    private Resources() {}

    private static GroupVersionResource core(String resource) {
        return new GroupVersionResource("", "v1", resource);
    }

    private static GroupVersionResource apps(String resource) {
        return new GroupVersionResource("apps", "v1", resource);
    }

    private static GroupVersionKind coreKind(String kind) {
        return new GroupVersionKind("", "v1", kind);
    }
}
