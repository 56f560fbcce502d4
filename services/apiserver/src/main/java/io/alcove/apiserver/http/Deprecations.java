package io.alcove.apiserver.http;

import io.alcove.apimachinery.object.GroupVersionResource;
import java.util.Map;
import java.util.Optional;

/** What every request for a deprecated kind is warned of. */
final class Deprecations {

    private static final Map<GroupVersionResource, String> TEXTS =
            Map.of(
                    new GroupVersionResource("", "v1", "endpoints"),
                    "v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice",
                    new GroupVersionResource("", "v1", "componentstatuses"),
                    "v1 ComponentStatus is deprecated in v1.19+");

    private Deprecations() {}

    static Optional<String> of(GroupVersionResource resource) {
        return Optional.ofNullable(TEXTS.get(resource));
    }
}
