package io.alcove.apiserver.kinds.networking;

import io.alcove.apimachinery.names.Names;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.List;

/** References to objects of any kind. */
final class ReferenceRules {

    private static final List<String> SCOPES = List.of("Cluster", "Namespace");

    private ReferenceRules() {}

    /** apiGroup, kind and name. */
    static void typed(Inspection reference) {
        Inspection group = reference.field("apiGroup");
        if (group.isPresent()) {
            group.checked(Names::dns1123Subdomain);
        }
        reference.field("kind").requiredAs(Names::pathSegment);
        reference.field("name").requiredAs(Names::pathSegment);
    }

    /** As {@link #typed}, of the cluster or of a namespace. */
    static void scoped(Inspection reference) {
        if (!reference.isPresent()) {
            return;
        }
        typed(reference);
        Inspection scope = reference.field("scope");
        Inspection namespace = reference.field("namespace");
        if (!scope.isPresent()) {
            scope.missing();
            return;
        }
        scope.oneOf(SCOPES);
        if (scope.is("Namespace")) {
            if (namespace.isPresent()) {
                namespace.checked(Names::dns1123Label);
            } else {
                namespace.missing("`parameters.scope` is set to 'Namespace'");
            }
        } else if (scope.is("Cluster") && namespace.isPresent()) {
            namespace.forbidden("`parameters.scope` is set to 'Cluster'");
        }
    }
}
