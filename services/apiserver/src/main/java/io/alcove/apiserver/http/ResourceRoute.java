package io.alcove.apiserver.http;

import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.catalog.ResourceType;
import io.alcove.apimachinery.catalog.Subresource;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.request.RequestInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Whether a resource is served under a path and takes a method there. Upstream has a route for each
 * of these; what no route matches is 404, and 405 where only the method does not.
 */
record ResourceRoute(ResourceType type, boolean inNamespace, boolean watch, List<String> tail) {

    private static final Map<String, String> ON_COLLECTION =
            Map.of("GET", "list", "POST", "create", "DELETE", "deletecollection");
    private static final Map<String, String> ON_OBJECT =
            Map.of("GET", "get", "PUT", "update", "PATCH", "patch", "DELETE", "delete");
    private static final Map<String, String> ON_SUBRESOURCE =
            Map.of(
                    "GET", "get", "POST", "create", "PUT", "update", "PATCH", "patch", "DELETE",
                    "delete");

    static ResourceType require(Catalog catalog, RequestInfo info, String method) {
        ResourceType type =
                catalog.resource(info.groupVersionResource())
                        .orElseThrow(() -> new StatusException(notFound()));
        ResourceRoute route = of(type, info);
        if (!route.exists()) {
            if (type.isCustom() && !info.subresource().isEmpty()) {
                throw StatusException.notFound(type.resource().groupResource(), info.name());
            }
            throw new StatusException(notFound());
        }
        if (!route.takes(method)) {
            throw methodNotAllowed();
        }
        return type;
    }

    static Status notFound() {
        return Status.general(
                StatusReason.NOT_FOUND, "the server could not find the requested resource");
    }

    static StatusException methodNotAllowed() {
        return new StatusException(
                Status.general(
                        StatusReason.METHOD_NOT_ALLOWED,
                        "the server does not allow this method on the requested resource"));
    }

    private static ResourceRoute of(ResourceType type, RequestInfo info) {
        if (info.path().contains("//")) {
            return new ResourceRoute(type, false, false, List.of());
        }
        List<String> parts =
                Arrays.stream(info.path().split("/", -1)).filter(p -> !p.isEmpty()).toList();
        List<String> rest = parts.subList(info.group().isEmpty() ? 2 : 3, parts.size());
        boolean watch = rest.size() > 1 && rest.getFirst().equals("watch");
        if (watch) {
            rest = rest.subList(1, rest.size());
        }
        boolean inNamespace =
                rest.size() > 2
                        && rest.getFirst().equals("namespaces")
                        && !info.resource().equals("namespaces");
        return new ResourceRoute(
                type, inNamespace, watch, inNamespace ? rest.subList(2, rest.size()) : rest);
    }

    private boolean exists() {
        if (tail.isEmpty()
                || !tail.getFirst().equals(type.resource().resource())
                || (inNamespace && !type.namespaced())) {
            return false;
        }
        boolean needsNamespace = type.namespaced() && tail.size() > 1;
        if (needsNamespace && !inNamespace) {
            return false;
        }
        return switch (tail.size()) {
            case 1 -> true;
            case 2 -> ON_OBJECT.values().stream().anyMatch(type::serves);
            case 3 -> !watch && type.subresource(tail.get(2)).isPresent();
            default -> tail.get(2).equals("proxy") && type.subresource("proxy").isPresent();
        };
    }

    private boolean takes(String method) {
        if (watch) {
            return method.equals("GET") && type.serves("watch");
        }
        return switch (tail.size()) {
            case 1 -> {
                boolean everywhere = type.namespaced() && !inNamespace;
                yield type.serves(ON_COLLECTION.getOrDefault(method, ""))
                        && (!everywhere || method.equals("GET"));
            }
            case 2 -> type.serves(ON_OBJECT.getOrDefault(method, ""));
            default ->
                    type.subresource(tail.get(2))
                            .map(Subresource::verbs)
                            .orElse(List.of())
                            .contains(ON_SUBRESOURCE.getOrDefault(method, ""));
        };
    }
}
