package io.alcove.controllermanager.garbage;

import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.catalog.ResourceType;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.object.OwnerReference;
import io.alcove.client.ApiClient;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/** Finds out whether the owners that an object names are there: in the graph, else by asking. */
record Owners(Graph graph, ApiClient client, Catalog catalog) {

    private static final Logger LOG = System.getLogger(Owners.class.getName());

    List<Verdict.Owner> states(Node node) {
        return node.owners().stream().map(owner -> state(node, owner)).toList();
    }

    private Verdict.Owner state(Node node, OwnerReference owner) {
        Optional<Node> known = graph.find(owner.uid());
        if (known.isPresent()) {
            return known.get().isDeletingDependents() && owner.blockOwnerDeletion()
                    ? Verdict.Owner.WAITING
                    : Verdict.Owner.SOLID;
        }
        Optional<ResourceType> type = catalog.kind(owner.groupVersionKind());
        boolean canBe = type.filter(t -> isReachable(t, node.name())).isPresent();
        if (!canBe) {
            // deleting on a guess would be worse than keeping
            LOG.log(
                    Level.WARNING,
                    "owner cannot be looked up object={0} {1} owner={2} {3}",
                    node.resource().resource(),
                    node.name(),
                    owner.kind(),
                    owner.name());
            return Verdict.Owner.SOLID;
        }
        return isThere(type.get(), node, owner) ? Verdict.Owner.SOLID : Verdict.Owner.ABSENT;
    }

    private boolean isThere(ResourceType type, Node node, OwnerReference owner) {
        ObjectName name =
                type.namespaced()
                        ? new ObjectName(node.name().namespace(), owner.name())
                        : ObjectName.clusterScoped(owner.name());
        Optional<ApiObject> found = client.resource(type.resource()).find(name);
        return found.filter(o -> o.uid().equals(owner.uid())).isPresent();
    }

    /** A cluster-scoped object has no namespace to look for a namespaced owner in. */
    private static boolean isReachable(ResourceType type, ObjectName dependent) {
        return !type.namespaced() || !dependent.namespace().isEmpty();
    }
}
