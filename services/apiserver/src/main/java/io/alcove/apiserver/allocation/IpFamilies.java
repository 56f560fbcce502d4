package io.alcove.apiserver.allocation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.status.StatusException;
import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.List;

/** The IP families of a Service in a cluster that has one. */
final class IpFamilies {

    private static final String REQUIRE_BOTH = "RequireDualStack";

    private IpFamilies() {}

    static void settle(ApiObject service, Cidr range) {
        ServiceNeeds needs = new ServiceNeeds(service);
        if (!needs.clusterIp()) {
            return;
        }
        ObjectNode spec = service.with("spec");
        if (spec.path("clusterIPs").isEmpty() && !spec.path("clusterIP").asText("").isEmpty()) {
            spec.putArray("clusterIPs").add(spec.path("clusterIP"));
        }
        boolean open = needs.isHeadless() && spec.path("selector").isEmpty();
        if (spec.path("ipFamilyPolicy").isMissingNode()) {
            spec.put("ipFamilyPolicy", open ? REQUIRE_BOTH : "SingleStack");
        }
        List<StatusCause> causes = open ? List.of() : causes(spec, range.ipFamily());
        if (!causes.isEmpty()) {
            throw StatusException.invalid(new GroupKind("", "Service"), service.name(), causes);
        }
        families(spec, range.ipFamily(), open);
    }

    private static List<StatusCause> causes(ObjectNode spec, String family) {
        List<StatusCause> causes = new ArrayList<>();
        int index = 0;
        for (JsonNode asked : spec.path("ipFamilies")) {
            if (!asked.asText().equals(family)) {
                causes.add(
                        StatusCause.invalid(
                                "spec.ipFamilies[" + index + "]",
                                asked,
                                "not configured on this cluster"));
            }
            index++;
        }
        if (spec.path("ipFamilyPolicy").asText().equals(REQUIRE_BOTH)) {
            causes.add(
                    StatusCause.invalid(
                            "spec.ipFamilyPolicy",
                            REQUIRE_BOTH,
                            "this cluster is not configured for dual-stack services"));
        }
        addressCauses(spec, family, causes);
        return causes;
    }

    private static void addressCauses(ObjectNode spec, String family, List<StatusCause> causes) {
        int index = 0;
        for (JsonNode ip : spec.path("clusterIPs")) {
            String other =
                    Addresses.parse(ip.asText())
                            .map(a -> a instanceof Inet4Address ? "IPv4" : "IPv6")
                            .orElse(family);
            if (!other.equals(family)) {
                causes.add(
                        StatusCause.invalid(
                                "spec.clusterIPs[" + index + "]",
                                spec.path("clusterIPs"),
                                other + " is not configured on this cluster"));
            }
            index++;
        }
    }

    /** A headless Service without selector may have endpoints of both families anywhere. */
    private static void families(ObjectNode spec, String family, boolean open) {
        if (!spec.path("ipFamilies").isEmpty()) {
            return;
        }
        ArrayNode families = spec.putArray("ipFamilies").add(family);
        if (open && !spec.path("ipFamilyPolicy").asText().equals("SingleStack")) {
            families.add(family.equals("IPv4") ? "IPv6" : "IPv4");
        }
    }
}
