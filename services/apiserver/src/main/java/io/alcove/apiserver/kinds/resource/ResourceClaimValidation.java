package io.alcove.apiserver.kinds.resource;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;

/** Claims of devices, which never change but for their status. */
public final class ResourceClaimValidation implements Validation {

    @Override
    public void check(Inspection claim) {
        DeviceClaimRules.check(claim.at("spec", "devices"));
    }

    @Override
    public void checkUpdate(Inspection claim, ApiObject old) {
        claim.field("spec").immutable(old.at("spec"), "oresource.ResourceClaimSpec");
    }

    @Override
    public void checkStatus(Inspection claim, ApiObject old) {
        ClaimStatusRules.check(claim, old);
    }
}
