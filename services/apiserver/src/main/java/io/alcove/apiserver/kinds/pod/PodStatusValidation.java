package io.alcove.apiserver.kinds.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.IpRules;
import java.util.HashSet;
import java.util.Set;

/** pods/status. */
public final class PodStatusValidation {

    private static final Set<String> SYSTEM_CONDITIONS =
            Set.of("PodScheduled", "Ready", "Initialized");
    private static final String NEGATIVE = "must be a non-negative integer";
    private static final String ONE_PER_FAMILY =
            "may specify no more than one IP for each IP family";

    private PodStatusValidation() {}

    public static void check(Inspection pod, ApiObject old) {
        PodValidation.annotations(pod, old);
        Inspection status = pod.field("status");
        status.field("conditions").each(PodStatusValidation::condition);
        nominated(status.field("nominatedNodeName"), old);
        if (status.field("observedGeneration").number() < 0) {
            status.field("observedGeneration").invalid(NEGATIVE);
        }
        Inspection qosClass = status.field("qosClass");
        if (!qosClass.text().equals(old.text("status", "qosClass"))) {
            qosClass.invalid(qosClass.text(), Inspection.IMMUTABLE);
        }
        ContainerStateRules.check(status, old);
        claims(status.field("resourceClaimStatuses"), pod.field("spec"));
        ips(status.field("podIPs"), old, "PodIP");
        hostIps(status, old);
        ContainerStatusRules.check(pod);
    }

    private static void condition(Inspection condition) {
        if (condition.field("observedGeneration").number() < 0) {
            condition.field("observedGeneration").invalid(NEGATIVE);
        }
        Inspection type = condition.field("type");
        if (!SYSTEM_CONDITIONS.contains(type.text())) {
            condition.field("Type", type.node()).checked(LabelNames::key);
        }
    }

    private static void nominated(Inspection node, ApiObject old) {
        if (node.text().equals(old.text("status", "nominatedNodeName"))) {
            return;
        }
        node.conforms(Names::dns1123Subdomain);
        if (node.isGiven() && !old.text("spec", "nodeName").isEmpty()) {
            node.forbidden("may not be set on pods that are already bound to a node");
        }
    }

    private static void claims(Inspection statuses, Inspection spec) {
        if (statuses.size() == 0) {
            return;
        }
        Set<String> claims = ContainerLists.names(spec.node().path("resourceClaims"));
        Set<String> seen = new HashSet<>();
        statuses.each(
                status -> {
                    Inspection name = status.field("name");
                    if (!claims.contains(name.text())) {
                        name.invalid(
                                name.text(),
                                "must match the name of an entry in `spec.resourceClaims`");
                    }
                    if (!seen.add(name.text())) {
                        name.duplicate(name.text());
                    }
                    Inspection claim = status.field("resourceClaimName");
                    if (claim.isPresent()) {
                        claim.checked(Names::dns1123Subdomain);
                    }
                });
    }

    private static void hostIps(Inspection status, ApiObject old) {
        Inspection ips = status.field("hostIPs");
        if (ips.size() == 0) {
            return;
        }
        Inspection first = ips.element(0).field("ip");
        if (!first.text().equals(status.field("hostIP").text())) {
            first.invalid(first.text(), "must be equal to `hostIP`");
        }
        ips(ips, old, "HostIP");
    }

    private static void ips(Inspection ips, ApiObject old, String type) {
        if (ips.size() == 0) {
            return;
        }
        Set<String> kept = new HashSet<>();
        for (JsonNode ip : old.at("status", ips.name())) {
            kept.add(ip.path("ip").asText(""));
        }
        boolean valid = true;
        int v6 = 0;
        for (Inspection ip : ips.elements()) {
            String text = ip.node().path("ip").asText("");
            if (!kept.contains(text)) {
                IpRules.legacyIp(ip.holding(ip.node().path("ip")));
            }
            valid &= IpRules.isIp(text);
            v6 += IpRules.isV6(text) ? 1 : 0;
        }
        boolean dual = v6 > 0 && v6 < ips.size();
        if (ips.size() > 1 && valid && (!dual || ips.size() > 2)) {
            ips.invalid(ips.structs().list("core." + type, ips.node()), ONE_PER_FAMILY);
        }
    }
}
