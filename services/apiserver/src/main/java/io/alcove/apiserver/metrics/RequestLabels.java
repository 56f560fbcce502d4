package io.alcove.apiserver.metrics;

import io.alcove.apiserver.request.RequestInfo;
import java.util.Locale;
import java.util.Set;

/**
 * How a request is named in metrics.
 *
 * @param verb upstream's: the HTTP method, but LIST, WATCH, APPLY and CONNECT
 * @param scope "resource", "namespace", "cluster", or empty for what is no resource
 * @param component "apiserver" for resources, else empty
 * @param dryRun "All" or empty
 */
public record RequestLabels(
        String verb,
        String group,
        String version,
        String resource,
        String subresource,
        String scope,
        String component,
        String dryRun) {

    private static final Set<String> METHODS =
            Set.of(
                    "APPLY", "CONNECT", "DELETE", "GET", "HEAD", "LIST", "OPTIONS", "PATCH", "POST",
                    "PROXY", "PUT", "WATCH");
    private static final Set<String> CONNECTING =
            Set.of("log", "exec", "portforward", "attach", "proxy");

    /**
     * @param method the HTTP method
     * @param apply whether the body is one to apply
     * @param dryRun whether nothing is stored
     */
    public static RequestLabels of(RequestInfo info, String method, boolean apply, boolean dryRun) {
        String scope = scope(info);
        return new RequestLabels(
                verb(info, method.toUpperCase(Locale.ROOT), apply, scope),
                info.group(),
                info.version(),
                info.resource(),
                info.isResourceRequest() ? info.subresource() : path(info.path()),
                scope,
                info.isResourceRequest() ? "apiserver" : "",
                dryRun ? "All" : "");
    }

    boolean isRead() {
        return verb.equals("GET") || verb.equals("LIST");
    }

    /** In the alphabetical order of the labels. */
    String[] place() {
        return new String[] {component, group, resource, scope, subresource, verb, version};
    }

    private static String verb(RequestInfo info, String method, boolean apply, String scope) {
        if (info.isResourceRequest() && CONNECTING.contains(info.subresource())) {
            return "CONNECT";
        }
        if (info.verb().equals("watch")) {
            return "WATCH";
        }
        if (method.equals("PATCH") && apply) {
            return "APPLY";
        }
        if (method.equals("GET") || method.equals("HEAD")) {
            return scope.equals("resource") || scope.isEmpty() ? "GET" : "LIST";
        }
        return METHODS.contains(method) ? method : "other";
    }

    /** What has a document for each group is one place. */
    private static String path(String path) {
        return path.startsWith("/openapi/v3") ? "openapi/v3" : path;
    }

    private static String scope(RequestInfo info) {
        if (!info.name().isEmpty() || info.verb().equals("create")) {
            return "resource";
        }
        if (!info.namespace().isEmpty()) {
            return "namespace";
        }
        return info.isResourceRequest() ? "cluster" : "";
    }
}
