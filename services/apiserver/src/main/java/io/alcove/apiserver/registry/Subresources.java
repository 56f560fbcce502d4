package io.alcove.apiserver.registry;

import io.alcove.apimachinery.catalog.Subresource;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.storage.StoredObject;
import java.util.List;
import java.util.Set;

/** The parts of objects that are served by themselves. */
final class Subresources {

    static final String SCALE = "scale";
    static final String STATUS = "status";

    /** Streams into containers and nodes, which no door's plain requests carry. */
    private static final Set<String> CONNECTED =
            Set.of("attach", "exec", "log", "portforward", "proxy");

    private Subresources() {}

    /** Refuses what the catalog does not have. */
    static void requireVerb(Resource resource, RequestInfo info, String verb) {
        List<String> verbs =
                info.subresource().isEmpty()
                        ? resource.served().verbs()
                        : resource.served()
                                .subresource(info.subresource())
                                .map(Subresource::verbs)
                                .orElseThrow(Subresources::unknown);
        if (!verbs.contains(verb)) {
            throw new StatusException(
                    Status.general(
                            StatusReason.METHOD_NOT_ALLOWED,
                            "the server does not allow this method on the requested resource"));
        }
        if (CONNECTED.contains(info.subresource())) {
            requireParent(resource, info);
            throw notServed(resource, info.subresource());
        }
    }

    /** A service may be named with a scheme and a port: "https:name:443". */
    private static void requireParent(Resource resource, RequestInfo info) {
        List<String> parts = List.of(info.name().split(":", -1));
        String name =
                switch (parts.size()) {
                    case 1, 2 -> parts.getFirst();
                    case 3 -> parts.get(1);
                    default -> info.name();
                };
        Reading.get(resource, resource.key(info.namespace(), name), "");
    }

    /** What the bodies of a path are. */
    static GroupVersionKind kind(Resource resource, String subresource) {
        return resource.served()
                .subresource(subresource)
                .map(Subresource::kind)
                .orElse(resource.served().kind());
    }

    static UpdateRules rules(Resource resource, String subresource) {
        return switch (subresource) {
            case "", SCALE -> resource.strategy();
            case STATUS ->
                    resource.strategy().subresource(STATUS).orElse(GeneralStatusRules.INSTANCE);
            default ->
                    resource.strategy()
                            .subresource(subresource)
                            .orElseThrow(() -> notServed(resource, subresource));
        };
    }

    /** An object of the storage version as a path shows it. */
    static StoredObject show(Resource resource, String subresource, StoredObject object) {
        if (subresource.equals(SCALE)) {
            return UnstoredObject.of(
                    Scale.of(resource.parse(object), resource.scalePaths()), object.revision());
        }
        if (!subresource.isEmpty()
                && !kind(resource, subresource).equals(resource.served().kind())) {
            throw notServed(resource, subresource);
        }
        return resource.toServed(object);
    }

    private static StatusException unknown() {
        return new StatusException(
                Status.general(
                        StatusReason.NOT_FOUND,
                        "the server could not find the requested resource"));
    }

    private static StatusException notServed(Resource resource, String subresource) {
        return new StatusException(
                Status.of(
                        StatusReason.NOT_IMPLEMENTED,
                        CONNECTED.contains(subresource)
                                ? "%s/%s is not supported by this server yet: it needs streams of the relay to the host cluster"
                                        .formatted(resource.name(), subresource)
                                : "%s/%s is not supported by this server"
                                        .formatted(resource.name(), subresource)));
    }
}
