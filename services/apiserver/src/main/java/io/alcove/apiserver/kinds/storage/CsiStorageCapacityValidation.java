package io.alcove.apiserver.kinds.storage;

import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.LabelRules;
import io.alcove.apiserver.kinds.validation.Quantities;
import io.alcove.apiserver.kinds.validation.Validation;

/** CSIStorageCapacities. */
public final class CsiStorageCapacityValidation implements Validation {

    @Override
    public void check(Inspection capacity) {
        LabelRules.selector(capacity.field("nodeTopology"));
        capacity.field("storageClassName").checked(Names::dns1123Subdomain);
        if (capacity.field("capacity").isPresent()) {
            Quantities.nonNegative(capacity.field("capacity"));
        }
    }

    @Override
    public void checkUpdate(Inspection capacity, ApiObject old) {
        capacity.field("nodeTopology").immutable(old.at("nodeTopology"), "*ov1.LabelSelector");
        capacity.field("storageClassName").immutable(old.at("storageClassName"), "s");
    }
}
