package io.alcove.controllermanager.namespace;

import static io.alcove.controllermanager.controller.Resources.PODS;

import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.catalog.ResourceType;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.client.ApiClient;
import io.alcove.client.DeleteOptions;
import io.alcove.client.ListQuery;
import io.alcove.client.ResourceClient;
import java.util.List;

/** Deletes whatever a namespace holds, pods before the rest. */
final class NamespaceContent {

    private final ApiClient client;
    private final List<ResourceType> types;

    NamespaceContent(ApiClient client, Catalog catalog) {
        this.client = client;
        this.types =
                catalog.resources().stream()
                        .filter(type -> type.namespaced() && type.serves("delete"))
                        .filter(type -> type.resource().equals(type.storage()))
                        .toList();
    }

    /** One round; what it leaves has finalizers or a grace period, or came in meanwhile. */
    Remains delete(String namespace) {
        Remains remains = new Remains();
        types.stream()
                .filter(type -> type.resource().equals(PODS))
                .forEach(pods -> delete(pods, namespace, remains));
        if (remains.hasContent()) {
            return remains;
        }
        types.stream()
                .filter(type -> !type.resource().equals(PODS))
                .forEach(type -> delete(type, namespace, remains));
        return remains;
    }

    private void delete(ResourceType type, String namespace, Remains remains) {
        GroupVersionResource resource = type.resource();
        try {
            ResourceClient objects = client.resource(resource);
            List<ApiObject> before = list(objects, namespace);
            if (before.isEmpty()) {
                return;
            }
            if (type.serves("deletecollection")) {
                objects.deleteCollection(ListQuery.in(namespace), DeleteOptions.background());
            } else {
                before.forEach(object -> delete(objects, object.objectName()));
            }
            remains.add(resource, list(objects, namespace));
        } catch (StatusException e) {
            if (!e.is(StatusReason.NOT_FOUND) && !e.is(StatusReason.METHOD_NOT_ALLOWED)) {
                remains.failed(e.status().message());
            }
        }
    }

    private static List<ApiObject> list(ResourceClient objects, String namespace) {
        return objects.list(ListQuery.in(namespace).metadataAlone()).items();
    }

    private static void delete(ResourceClient objects, ObjectName name) {
        try {
            objects.delete(name, DeleteOptions.background());
        } catch (StatusException e) {
            if (!e.is(StatusReason.NOT_FOUND)) {
                throw e;
            }
        }
    }
}
