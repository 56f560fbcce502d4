package io.alcove.apiserver.kinds.networking;

import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;

/** IPAddresses, which belong to what took them. */
public final class IpAddressValidation implements Validation {

    @Override
    public void check(Inspection address) {
        Inspection parent = address.at("spec", "parentRef");
        if (!parent.isPresent()) {
            parent.missing();
            return;
        }
        parent.field("group").conforms(Names::dns1123Subdomain);
        parent.field("resource").requiredAs(Names::pathSegment);
        parent.field("name").requiredAs(Names::pathSegment);
        parent.field("namespace").conforms(Names::pathSegment);
    }

    @Override
    public void checkUpdate(Inspection address, ApiObject old) {
        check(address);
        address.at("spec", "parentRef")
                .immutable(old.at("spec", "parentRef"), "*onetworking.ParentReference");
    }
}
