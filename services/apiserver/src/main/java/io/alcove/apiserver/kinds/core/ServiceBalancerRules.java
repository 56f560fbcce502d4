package io.alcove.apiserver.kinds.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.IpRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What concerns traffic from outside. */
final class ServiceBalancerRules {

    private static final List<String> POLICIES = List.of("Cluster", "Local");
    private static final List<String> DISTRIBUTIONS =
            List.of("PreferClose", "PreferSameZone", "PreferSameNode");
    private static final List<String> IP_MODES = List.of("Proxy", "VIP");
    private static final List<String> INTERNAL = List.of("ClusterIP", "NodePort", "LoadBalancer");
    private static final String SOURCES = "service.beta.kubernetes.io/load-balancer-source-ranges";
    private static final String ONLY = "may only be used when `type` is 'LoadBalancer'";

    private ServiceBalancerRules() {}

    static void sources(Inspection service, ApiObject old) {
        Inspection spec = service.field("spec");
        JsonNode given = spec.node().path("loadBalancerSourceRanges");
        Inspection ranges = spec.field("LoadBalancerSourceRanges", given);
        Inspection annotation = service.at("metadata", "annotations").entry(SOURCES);
        boolean balanced = spec.field("type").is("LoadBalancer");
        if (ranges.size() > 0) {
            if (!balanced) {
                ranges.forbidden(ONLY);
            }
            Set<String> kept = new HashSet<>();
            old.at("spec", "loadBalancerSourceRanges").forEach(r -> kept.add(r.asText("").strip()));
            ranges.each(
                    range -> {
                        if (!kept.contains(range.text().strip())) {
                            IpRules.legacyCidr(range, range.text().strip());
                        }
                    });
        } else if (annotation.isPresent()) {
            annotation(annotation, balanced, old);
        }
    }

    private static void annotation(Inspection annotation, boolean balanced, ApiObject old) {
        if (!balanced) {
            annotation.forbidden(ONLY);
        }
        String text = annotation.text().strip();
        boolean kept = old.annotation(SOURCES).filter(annotation::is).isPresent();
        if (!kept && !text.isEmpty()) {
            for (String range : text.split(",", -1)) {
                IpRules.legacyCidr(annotation, range.strip());
            }
        }
    }

    static void traffic(Inspection spec) {
        external(spec);
        Inspection port = spec.field("healthCheckNodePort");
        if (needsHealthCheck(spec.node())) {
            if (port.number() == 0) {
                port.missing();
            } else {
                port.port();
            }
        } else if (port.number() != 0) {
            port.invalid(
                    "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'");
        }
        Inspection internal = spec.field("internalTrafficPolicy");
        if (internal.isPresent()) {
            internal.oneOf(POLICIES);
        } else if (INTERNAL.contains(spec.field("type").text())) {
            internal.missing();
        }
        spec.field("trafficDistribution").oneOf(DISTRIBUTIONS);
    }

    private static void external(Inspection spec) {
        Inspection policy = spec.field("externalTrafficPolicy");
        String type = spec.field("type").text();
        boolean accessible =
                type.equals("LoadBalancer")
                        || type.equals("NodePort")
                        || (type.equals("ClusterIP") && spec.field("externalIPs").size() > 0);
        if (accessible) {
            policy.requiredOneOf(POLICIES);
        } else if (policy.isGiven()) {
            policy.invalid("may only be set for externally-accessible services");
        }
    }

    static boolean needsHealthCheck(JsonNode spec) {
        return spec.path("type").asText("").equals("LoadBalancer")
                && spec.path("externalTrafficPolicy").asText("").equals("Local");
    }

    static void status(Inspection service, ApiObject old) {
        Inspection ingress = service.at("status", "loadBalancer", "ingress");
        if (!service.at("spec", "type").is("LoadBalancer") && ingress.size() > 0) {
            ingress.forbidden("may only be used when `spec.type` is 'LoadBalancer'");
            return;
        }
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        old.at("status", "loadBalancer", "ingress").forEach(i -> kept.add(i.path("ip")));
        ingress.each(each -> ingress(each, kept));
    }

    private static void ingress(Inspection ingress, JsonNode kept) {
        Inspection ip = ingress.field("ip");
        if (ip.isGiven()) {
            IpRules.legacyIp(ip, kept);
        }
        Inspection mode = ingress.field("ipMode");
        if (!mode.isPresent()) {
            if (ip.isGiven()) {
                mode.missing("must be specified when `ip` is set");
            }
        } else if (!ip.isGiven()) {
            mode.forbidden("may not be specified when `ip` is not set");
        } else {
            mode.oneOf(IP_MODES);
        }
        Inspection hostname = ingress.field("hostname");
        if (hostname.isGiven()) {
            hostname.checked(Names::dns1123Subdomain);
            if (IpRules.isIp(hostname.text())) {
                hostname.invalid("must be a DNS name, not an IP address");
            }
        }
    }
}
