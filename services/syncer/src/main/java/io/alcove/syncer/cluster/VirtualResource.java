package io.alcove.syncer.cluster;

import io.alcove.apimachinery.object.GroupVersionResource;

/** The resources of the tenant's cluster that are read or written. */
public enum VirtualResource {
    PODS("", "v1", "pods"),
    SERVICES("", "v1", "services"),
    ENDPOINTS("", "v1", "endpoints"),
    ENDPOINT_SLICES("discovery.k8s.io", "v1", "endpointslices"),
    SECRETS("", "v1", "secrets"),
    CONFIG_MAPS("", "v1", "configmaps"),
    CLAIMS("", "v1", "persistentvolumeclaims"),
    NAMESPACES("", "v1", "namespaces"),
    NODES("", "v1", "nodes"),
    EVENTS("", "v1", "events"),
    SERVICE_ACCOUNTS("", "v1", "serviceaccounts");

    private final String group;
    private final String version;
    private final String resource;

    VirtualResource(String group, String version, String resource) {
        this.group = group;
        this.version = version;
        this.resource = resource;
    }

    public GroupVersionResource resource() {
        return new GroupVersionResource(group, version, resource);
    }
}
