package io.alcove.syncer.host;

import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.object.ObjectName;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The resources of the host that are read or written. */
public enum HostResource {
    PODS("", "v1", "pods"),
    SERVICES("", "v1", "services"),
    ENDPOINTS("", "v1", "endpoints"),
    ENDPOINT_SLICES("discovery.k8s.io", "v1", "endpointslices"),
    SECRETS("", "v1", "secrets"),
    CONFIG_MAPS("", "v1", "configmaps"),
    CLAIMS("", "v1", "persistentvolumeclaims"),
    EVENTS("", "v1", "events"),
    NODES("", "v1", "nodes");

    private final String group;
    private final String version;
    private final String resource;

    HostResource(String group, String version, String resource) {
        this.group = group;
        this.version = version;
        this.resource = resource;
    }

    public GroupVersionResource resource() {
        return new GroupVersionResource(group, version, resource);
    }

    /** The path of the list; namespace is empty for all or for cluster-scoped resources. */
    String path(String namespace) {
        String root = group.isEmpty() ? "/api/" : "/apis/";
        String scope = namespace.isEmpty() ? "/" : "/namespaces/" + encode(namespace) + "/";
        return root + resource().apiVersion() + scope + resource;
    }

    String path(ObjectName name) {
        return path(name.namespace()) + "/" + encode(name.name());
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
