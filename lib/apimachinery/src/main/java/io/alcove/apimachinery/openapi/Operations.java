package io.alcove.apimachinery.openapi;

import io.alcove.apimachinery.catalog.ResourceType;
import io.alcove.apimachinery.catalog.Subresource;
import io.alcove.apimachinery.object.GroupVersionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be done with a resource, as OpenAPI tells it. */
final class Operations {

    private static final List<Integer> READ = List.of(200);
    private static final List<Integer> CREATED = List.of(200, 201, 202);
    private static final List<Integer> WRITTEN = List.of(200, 201);
    private static final List<Integer> DELETED = List.of(200, 202);

    /** The kinds whose DELETE answers with the object; that of others answers with a Status. */
    private static final Set<String> RETURNED_WHEN_DELETED =
            Set.of(
                    "CSIDriver",
                    "CSINode",
                    "DeviceClass",
                    "PersistentVolume",
                    "PersistentVolumeClaim",
                    "Pod",
                    "PodTemplate",
                    "ResourceClaim",
                    "ResourceClaimTemplate",
                    "ResourceQuota",
                    "ResourceSlice",
                    "Service",
                    "ServiceAccount",
                    "StorageClass",
                    "VolumeAttachment",
                    "VolumeAttributesClass");

    private final Components components;

    Operations(Components components) {
        this.components = components;
    }

    /** Whether requests are passed on to something that is no object: exec, proxy. */
    static boolean isConnected(Subresource subresource) {
        return subresource.kind().kind().endsWith("Options");
    }

    /** The list over all namespaces. */
    Operation listAll(ResourceType type) {
        return list(type, OperationNames.of(Action.LIST, type, false, "ForAllNamespaces"));
    }

    List<Operation> collection(ResourceType type) {
        List<Operation> operations = new ArrayList<>();
        if (type.serves("list")) {
            operations.add(list(type, id(Action.LIST, type, "")));
        }
        if (type.serves("create")) {
            operations.add(create(type, type.kind(), ""));
        }
        if (type.serves("deletecollection")) {
            operations.add(
                    delete(
                            type,
                            Action.DELETE_COLLECTION,
                            Parameter.DELETE_COLLECTION,
                            Components.STATUS,
                            READ));
        }
        return operations;
    }

    List<Operation> item(ResourceType type) {
        List<Operation> operations = new ArrayList<>();
        if (type.serves("get")) {
            operations.add(read(type, type.kind(), ""));
        }
        if (type.serves("update")) {
            operations.add(replace(type, type.kind(), ""));
        }
        if (type.serves("delete")) {
            boolean returned = RETURNED_WHEN_DELETED.contains(type.kind().kind());
            String result = returned ? components.name(type.kind()) : Components.STATUS;
            operations.add(delete(type, Action.DELETE, Parameter.DELETE, result, DELETED));
        }
        if (type.serves("patch")) {
            operations.add(patch(type, type.kind(), ""));
        }
        return operations;
    }

    List<Operation> subresource(ResourceType type, Subresource subresource) {
        if (isConnected(subresource)) {
            return connect(type, subresource);
        }
        if (subresource.name().equals("log")) {
            return List.of(log(type, subresource));
        }
        String suffix = OperationNames.capitalized(subresource.name());
        List<Operation> operations = new ArrayList<>();
        for (String verb : subresource.verbs()) {
            switch (verb) {
                case "get" -> operations.add(read(type, subresource.kind(), suffix));
                case "update" -> operations.add(replace(type, subresource.kind(), suffix));
                case "patch" -> operations.add(patch(type, subresource.kind(), suffix));
                case "create" -> operations.add(create(type, subresource.kind(), suffix));
                default -> throw new IllegalStateException("no operation for " + verb);
            }
        }
        return operations;
    }

    private Operation list(ResourceType type, String id) {
        Optional<String> result = Optional.of(components.name(type.listKind()));
        return new Operation(
                "get",
                Action.LIST,
                id,
                type.kind(),
                Parameter.LIST,
                Optional.empty(),
                result,
                READ);
    }

    private Operation read(ResourceType type, GroupVersionKind kind, String suffix) {
        return new Operation(
                "get",
                Action.GET,
                id(Action.GET, type, suffix),
                kind,
                List.of(),
                Optional.empty(),
                Optional.of(components.name(kind)),
                READ);
    }

    private Operation create(ResourceType type, GroupVersionKind kind, String suffix) {
        return write("post", Action.POST, type, kind, suffix, Parameter.WRITE, CREATED);
    }

    private Operation replace(ResourceType type, GroupVersionKind kind, String suffix) {
        return write("put", Action.PUT, type, kind, suffix, Parameter.WRITE, WRITTEN);
    }

    private Operation patch(ResourceType type, GroupVersionKind kind, String suffix) {
        return write("patch", Action.PATCH, type, kind, suffix, Parameter.PATCH, WRITTEN);
    }

    private Operation write(
            String method,
            Action action,
            ResourceType type,
            GroupVersionKind kind,
            String suffix,
            List<Parameter> parameters,
            List<Integer> codes) {
        String object = components.name(kind);
        String body = action == Action.PATCH ? Components.PATCH : object;
        return new Operation(
                method,
                action,
                id(action, type, suffix),
                kind,
                parameters,
                Optional.of(new Operation.Body(body, true)),
                Optional.of(object),
                codes);
    }

    private static Operation delete(
            ResourceType type,
            Action action,
            List<Parameter> parameters,
            String result,
            List<Integer> codes) {
        return new Operation(
                "delete",
                action,
                id(action, type, ""),
                type.kind(),
                parameters,
                Optional.of(new Operation.Body(Components.DELETE_OPTIONS, false)),
                Optional.of(result),
                codes);
    }

    private static Operation log(ResourceType type, Subresource subresource) {
        String id = id(Action.GET, type, "Log");
        return text("get", Action.GET, id, subresource);
    }

    private static List<Operation> connect(ResourceType type, Subresource subresource) {
        return subresource.verbs().stream()
                .map(Operations::method)
                .map(
                        method -> {
                            String id = OperationNames.connect(method, type, subresource.name());
                            return text(method, Action.CONNECT, id, subresource);
                        })
                .toList();
    }

    private static Operation text(
            String method, Action action, String id, Subresource subresource) {
        return new Operation(
                method,
                action,
                id,
                subresource.kind(),
                Parameter.ofSubresource(subresource.name()),
                Optional.empty(),
                Optional.empty(),
                READ);
    }

    private static String method(String verb) {
        return switch (verb) {
            case "create" -> "post";
            case "update" -> "put";
            default -> verb;
        };
    }

    private static String id(Action action, ResourceType type, String suffix) {
        return OperationNames.of(action, type, type.namespaced(), suffix);
    }
}
