package io.alcove.apiserver.admission.ownership;

import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.GroupVersionKind;
import java.util.Optional;

/** Which resource serves a kind. */
@FunctionalInterface
public interface OwnedKinds {

    Optional<Served> find(GroupVersionKind kind);

    record Served(GroupResource resource, boolean namespaced) {}
}
