package io.alcove.apimachinery.openapi;

import io.alcove.apimachinery.catalog.ApiGroup;
import io.alcove.apimachinery.catalog.ResourceType;
import io.alcove.apimachinery.catalog.Subresource;
import java.util.ArrayList;
import java.util.List;

/**
 * The paths of a version's resources. The paths below /watch, which upstream has deprecated, and
 * those behind a proxy are not published.
 */
final class Endpoints {

    private final Operations operations;

    Endpoints(Components components) {
        this.operations = new Operations(components);
    }

    List<Endpoint> of(String group, ApiGroup.Version version) {
        String base = path(group, version.version());
        List<Endpoint> endpoints = new ArrayList<>();
        for (ResourceType type : version.resources()) {
            addCollections(endpoints, base, type);
            addItem(endpoints, base, type);
            for (Subresource subresource : type.subresources()) {
                addSubresource(endpoints, base, type, subresource);
            }
        }
        return endpoints.stream().filter(endpoint -> !endpoint.operations().isEmpty()).toList();
    }

    /** {@code /api/v1} or {@code /apis/apps/v1}. */
    static String path(String group, String version) {
        return group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
    }

    private void addCollections(List<Endpoint> endpoints, String base, ResourceType type) {
        if (type.namespaced() && type.serves("list")) {
            endpoints.add(
                    new Endpoint(
                            base + "/" + type.resource().resource(),
                            List.of(),
                            true,
                            List.of(operations.listAll(type))));
        }
        endpoints.add(
                new Endpoint(
                        collection(base, type),
                        namespace(type),
                        true,
                        operations.collection(type)));
    }

    private void addItem(List<Endpoint> endpoints, String base, ResourceType type) {
        endpoints.add(new Endpoint(item(base, type), name(type), true, operations.item(type)));
    }

    private void addSubresource(
            List<Endpoint> endpoints, String base, ResourceType type, Subresource subresource) {
        endpoints.add(
                new Endpoint(
                        item(base, type) + "/" + subresource.name(),
                        name(type),
                        !Operations.isConnected(subresource),
                        operations.subresource(type, subresource)));
    }

    private static String collection(String base, ResourceType type) {
        String scope = type.namespaced() ? "/namespaces/{namespace}/" : "/";
        return base + scope + type.resource().resource();
    }

    private static String item(String base, ResourceType type) {
        return collection(base, type) + "/{name}";
    }

    private static List<String> namespace(ResourceType type) {
        return type.namespaced() ? List.of("namespace") : List.of();
    }

    private static List<String> name(ResourceType type) {
        return type.namespaced() ? List.of("name", "namespace") : List.of("name");
    }
}
