package io.alcove.controllermanager.ownership;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.OwnerReference;
import io.alcove.apimachinery.selector.LabelSelector;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.client.PatchType;
import io.alcove.client.ResourceClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Writes what {@link Claims} decides. */
public record Claimer(ResourceClient owners, ResourceClient objects) {

    /** The objects that are the owner's after adoption and release. */
    public List<ApiObject> claim(
            ApiObject owner, LabelSelector selector, Collection<ApiObject> candidates) {
        Claims claims = Claims.of(owner, selector, candidates);
        List<ApiObject> mine = new ArrayList<>(claims.kept());
        claims.releasable().forEach(object -> patch(object, without(object, owner)));
        // asked afresh, as adopting for an owner that goes would orphan what others could have
        if (!claims.adoptable().isEmpty() && stillThere(owner)) {
            for (ApiObject object : claims.adoptable()) {
                patch(object, adopted(object, owner)).ifPresent(mine::add);
            }
        }
        return mine;
    }

    private boolean stillThere(ApiObject owner) {
        ApiObject fresh = owners.get(owner.objectName());
        if (!fresh.uid().equals(owner.uid()) || fresh.isBeingDeleted()) {
            throw new StatusException(
                    Status.of(StatusReason.CONFLICT, owner + " has just been deleted"));
        }
        return true;
    }

    private Optional<ApiObject> patch(ApiObject object, ArrayNode references) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        ObjectNode metadata =
                patch.putObject("metadata")
                        .put("uid", object.uid())
                        .put("resourceVersion", object.resourceVersion());
        metadata.set("ownerReferences", references);
        try {
            return Optional.of(objects.patch(object.objectName(), PatchType.MERGE, patch));
        } catch (StatusException e) {
            if (e.is(StatusReason.NOT_FOUND)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static ArrayNode adopted(ApiObject object, ApiObject owner) {
        ArrayNode references = without(object, owner);
        references.add(OwnerReference.controllerOf(owner).toNode());
        return references;
    }

    private static ArrayNode without(ApiObject object, ApiObject owner) {
        ArrayNode references = JsonNodeFactory.instance.arrayNode();
        object.ownerReferences().stream()
                .filter(reference -> !reference.uid().equals(owner.uid()))
                .forEach(reference -> references.add(reference.toNode()));
        return references;
    }
}
