package io.alcove.controllermanager.ownership;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.OwnerReference;
import io.alcove.apimachinery.selector.LabelSelector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What an owner does about the objects that it has or could have.
 *
 * @param kept its own, and fitting its selector
 * @param adoptable nobody's, and fitting
 * @param releasable its own, and no longer fitting
 */
public record Claims(List<ApiObject> kept, List<ApiObject> adoptable, List<ApiObject> releasable) {

    public Claims {
        kept = List.copyOf(kept);
        adoptable = List.copyOf(adoptable);
        releasable = List.copyOf(releasable);
    }

    public static Claims of(
            ApiObject owner, LabelSelector selector, Collection<ApiObject> candidates) {
        List<ApiObject> kept = new ArrayList<>();
        List<ApiObject> adoptable = new ArrayList<>();
        List<ApiObject> releasable = new ArrayList<>();
        for (ApiObject object : candidates) {
            boolean fits = selector.matches(object.labels());
            Optional<OwnerReference> controller = object.controller();
            if (controller.isEmpty()) {
                if (fits && !owner.isBeingDeleted() && !object.isBeingDeleted()) {
                    adoptable.add(object);
                }
            } else if (controller.get().uid().equals(owner.uid())) {
                if (fits) {
                    kept.add(object);
                } else if (!owner.isBeingDeleted()) {
                    releasable.add(object);
                }
            }
        }
        return new Claims(kept, adoptable, releasable);
    }
}
