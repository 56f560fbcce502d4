package io.alcove.apiserver.request;

import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.object.ObjectName;
import java.util.Set;

/**
 * What a request asks, as authorization, audit and metrics speak of it. Both doors make one.
 *
 * @param verb "get", "list", "watch", "create", "update", "patch", "delete", "deletecollection";
 *     for paths that are no resource the lower-case HTTP method
 * @param path the URL path, also for a request that came by gRPC
 * @param group with version, resource and the rest empty for paths that are no resource
 * @param selectors what a list, watch or deletecollection is narrowed to
 */
public record RequestInfo(
        String verb,
        String path,
        String group,
        String version,
        String resource,
        String subresource,
        String namespace,
        String name,
        Selectors selectors) {

    private static final Set<String> LONG_RUNNING_VERBS = Set.of("watch", "proxy");
    private static final Set<String> LONG_RUNNING_SUBRESOURCES =
            Set.of("attach", "exec", "log", "portforward", "proxy");

    /** Without selectors. */
    public RequestInfo(
            String verb,
            String path,
            String group,
            String version,
            String resource,
            String subresource,
            String namespace,
            String name) {
        this(verb, path, group, version, resource, subresource, namespace, name, Selectors.NONE);
    }

    public static RequestInfo nonResource(String method, String path) {
        return new RequestInfo(method, path, "", "", "", "", "", "");
    }

    public boolean isResourceRequest() {
        return !resource.isEmpty();
    }

    /** Whether it goes on for as long as its client likes. */
    public boolean isLongRunning() {
        return LONG_RUNNING_VERBS.contains(verb) || LONG_RUNNING_SUBRESOURCES.contains(subresource);
    }

    public GroupVersionResource groupVersionResource() {
        return new GroupVersionResource(group, version, resource);
    }

    public GroupResource groupResource() {
        return new GroupResource(group, resource);
    }

    public ObjectName objectName() {
        return new ObjectName(namespace, name);
    }

    /** The same place, for another verb. */
    public RequestInfo withVerb(String otherVerb) {
        return new RequestInfo(
                otherVerb, path, group, version, resource, subresource, namespace, name, selectors);
    }

    /** The same, narrowed. */
    public RequestInfo withSelectors(Selectors others) {
        return new RequestInfo(
                verb, path, group, version, resource, subresource, namespace, name, others);
    }

    /** The same resource, for another verb on another object or subresource. */
    public RequestInfo with(String otherVerb, String otherSubresource, ObjectName object) {
        return new RequestInfo(
                otherVerb,
                path,
                group,
                version,
                resource,
                otherSubresource,
                object.namespace(),
                object.name());
    }
}
