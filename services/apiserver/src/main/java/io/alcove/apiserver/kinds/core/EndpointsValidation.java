package io.alcove.apiserver.kinds.core;

import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.IpRules;
import io.alcove.apiserver.kinds.validation.PortRules;
import io.alcove.apiserver.kinds.validation.Validation;

/** Endpoints. */
public final class EndpointsValidation implements Validation {

    @Override
    public void check(Inspection endpoints) {
        endpoints.field("subsets").each(EndpointsValidation::subset);
    }

    /** What was there before is not looked at again. */
    @Override
    public void checkUpdate(Inspection endpoints, ApiObject old) {
        if (!endpoints.field("subsets").isSame(old.at("subsets"))) {
            check(endpoints);
        }
    }

    private static void subset(Inspection subset) {
        Inspection addresses = subset.field("addresses");
        Inspection notReady = subset.field("notReadyAddresses");
        if (addresses.size() == 0 && notReady.size() == 0) {
            subset.missing("must specify `addresses` or `notReadyAddresses`");
        }
        addresses.each(EndpointsValidation::address);
        notReady.each(EndpointsValidation::address);
        boolean several = subset.field("ports").size() > 1;
        subset.field("ports").each(port -> port(port, several));
    }

    private static void address(Inspection address) {
        IpRules.legacyIp(address.field("ip"));
        address.field("hostname").conforms(Names::dns1123Label);
        Inspection node = address.field("nodeName");
        if (node.isPresent()) {
            node.checked(Names::dns1123Subdomain);
        }
        IpRules.endpointIp(address.field("ip"));
    }

    private static void port(Inspection port, boolean needsName) {
        Inspection name = port.field("name");
        if (needsName) {
            name.requiredAs(Names::dns1123Label);
        } else {
            name.conforms(Names::dns1123Label);
        }
        port.field("port").port();
        PortRules.protocol(port.field("protocol"));
        if (port.field("appProtocol").isPresent()) {
            port.field("appProtocol").checked(LabelNames::key);
        }
    }
}
