package io.alcove.apiserver.kinds.networking;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.IpRules;
import io.alcove.apiserver.kinds.validation.Validation;

/** ServiceCIDRs. */
public final class ServiceCidrValidation implements Validation {

    @Override
    public void check(Inspection range) {
        Inspection spec = range.field("spec");
        Inspection cidrs = spec.field("cidrs");
        if (cidrs.size() == 0) {
            cidrs.missing("at least one CIDR required");
            return;
        }
        if (cidrs.size() > 2) {
            cidrs.holding(spec.node())
                    .invalidAs("*onetworking.ServiceCIDRSpec", "may only hold up to 2 values");
            return;
        }
        cidrs.each(IpRules::strictCidr);
        if (cidrs.size() == 2) {
            String first = cidrs.element(0).text();
            String second = cidrs.element(1).text();
            boolean valid = IpRules.isCidr(first) && IpRules.isCidr(second);
            if (valid && IpRules.isV6Cidr(first) == IpRules.isV6Cidr(second)) {
                cidrs.invalid(
                        "may specify no more than one IP for each IP family, i.e 192.168.0.0/24 and 2001:db8::/64");
            }
        }
    }

    @Override
    public void checkUpdate(Inspection range, ApiObject old) {
        Inspection cidrs = range.at("spec", "cidrs");
        JsonNode before = old.at("spec", "cidrs");
        if (before.size() == cidrs.size()) {
            for (int i = 0; i < before.size(); i++) {
                cidrs.element(i).immutable(before.get(i), "s");
            }
        } else if (before.size() == 1 && cidrs.size() == 2) {
            cidrs.element(0).immutable(before.get(0), "s");
            check(range);
        } else {
            cidrs.invalidAs("ls", Inspection.IMMUTABLE);
        }
    }
}
