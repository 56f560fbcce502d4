package io.alcove.apiserver.kinds.resource;

import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.ResourceNames;
import io.alcove.apiserver.kinds.validation.Validation;

/** Classes of devices. */
public final class DeviceClassValidation implements Validation {

    @Override
    public void check(Inspection deviceClass) {
        Inspection spec = deviceClass.field("spec");
        DeviceConfigurations.selectors(spec.field("selectors"));
        Sets.list(spec.field("config"), DeviceConfigurations.MOST, DeviceConfigurations::check);
        Inspection resource = spec.field("extendedResourceName");
        if (resource.isPresent() && !ResourceNames.isExtended(resource.text())) {
            resource.invalid("must be a valid extended resource name");
        }
    }
}
