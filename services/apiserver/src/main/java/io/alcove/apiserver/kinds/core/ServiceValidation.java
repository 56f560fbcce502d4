package io.alcove.apiserver.kinds.core;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.IpRules;
import io.alcove.apiserver.kinds.validation.LabelRules;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.List;

/** Services. */
public final class ServiceValidation implements Validation {

    private static final List<String> TYPES =
            List.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort");
    private static final List<String> AFFINITIES = List.of("ClientIP", "None");
    private static final String HINTS = "service.kubernetes.io/topology-aware-hints";
    private static final String MODE = "service.kubernetes.io/topology-mode";
    private static final int MAX_AFFINITY_SECONDS = 86400;

    @Override
    public void check(Inspection service) {
        check(service, ApiObject.of(JsonNodeFactory.instance.objectNode()));
    }

    private static void check(Inspection service, ApiObject old) {
        Inspection spec = service.field("spec");
        topology(service.at("metadata", "annotations"));
        boolean external = spec.field("type").is("ExternalName");
        boolean headless = isHeadless(spec);
        if (spec.field("ports").size() == 0 && !headless && !external) {
            spec.field("ports").missing();
        }
        ofType(spec, headless);
        ServicePortRules.check(spec.field("ports"));
        LabelRules.labels(spec.field("selector"));
        affinity(spec);
        ServiceAddressRules.check(spec, old.at("spec", "clusterIPs"));
        spec.field("externalIPs")
                .each(
                        ip -> {
                            if (IpRules.legacyIp(ip, old.at("spec", "externalIPs"))) {
                                IpRules.endpointIp(ip);
                            }
                        });
        spec.field("type").requiredOneOf(TYPES);
        ServicePortRules.unique(spec);
        ServiceBalancerRules.sources(service, old);
        allocation(spec);
        balancerClass(spec);
        ServiceBalancerRules.traffic(spec);
    }

    static boolean isHeadless(Inspection spec) {
        Inspection ips = spec.field("clusterIPs");
        return ips.size() == 1 && ips.element(0).is("None");
    }

    private static void topology(Inspection annotations) {
        Inspection hints = annotations.entry(HINTS);
        Inspection mode = annotations.entry(MODE);
        if (mode.isPresent() && hints.isPresent() && !mode.is(hints.text())) {
            mode.invalid("must match annotations[" + HINTS + "] when both are specified");
        }
    }

    private static void ofType(Inspection spec, boolean headless) {
        String type = spec.field("type").text();
        switch (type) {
            case "LoadBalancer", "NodePort" -> {
                if (headless) {
                    spec.field("clusterIPs")
                            .element(0)
                            .invalid("may not be set to 'None' for " + type + " services");
                }
            }
            case "ExternalName" -> {
                for (String field : List.of("clusterIPs", "ipFamilies", "ipFamilyPolicy")) {
                    if (!spec.field(field).isBlank()) {
                        spec.field(field).forbidden("may not be set for ExternalName services");
                    }
                }
                externalName(spec.field("externalName"));
            }
            default -> {}
        }
    }

    private static void externalName(Inspection name) {
        String text = name.text();
        String host = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (host.isEmpty()) {
            name.missing();
        } else {
            Names.dns1123Subdomain(host).forEach(problem -> name.invalid(host, problem));
        }
    }

    private static void affinity(Inspection spec) {
        Inspection affinity = spec.field("sessionAffinity");
        affinity.requiredOneOf(AFFINITIES);
        Inspection config = spec.field("sessionAffinityConfig");
        if (affinity.is("ClientIP")) {
            clientIp(config);
        } else if (affinity.is("None") && config.isPresent()) {
            config.forbidden("must not be set when session affinity is None");
        }
    }

    private static void clientIp(Inspection config) {
        String when = "when session affinity type is ClientIP";
        Inspection seconds = config.at("clientIP", "timeoutSeconds");
        if (!config.isPresent()) {
            config.missing(when);
        } else if (!config.field("clientIP").isPresent()) {
            config.field("clientIP").missing(when);
        } else if (!seconds.isPresent()) {
            seconds.missing(when);
        } else if (seconds.number() <= 0 || seconds.number() > MAX_AFFINITY_SECONDS) {
            seconds.invalid("must be greater than 0 and less than " + MAX_AFFINITY_SECONDS);
        }
    }

    private static void allocation(Inspection spec) {
        Inspection allocates = spec.field("allocateLoadBalancerNodePorts");
        boolean balanced = spec.field("type").is("LoadBalancer");
        if (allocates.isPresent() && !balanced) {
            allocates.forbidden("may only be used when `type` is 'LoadBalancer'");
        }
    }

    private static void balancerClass(Inspection spec) {
        Inspection name = spec.field("loadBalancerClass");
        if (!name.isPresent()) {
            return;
        }
        if (spec.field("type").is("LoadBalancer")) {
            name.checked(LabelNames::key);
        } else {
            name.forbidden("may only be used when `type` is 'LoadBalancer'");
        }
    }

    @Override
    public void checkUpdate(Inspection service, ApiObject old) {
        Inspection spec = service.field("spec");
        ServiceAddressRules.checkUpdate(spec, old.at("spec"));
        Inspection name = spec.field("loadBalancerClass");
        boolean balanced = spec.field("type").is("LoadBalancer");
        if (balanced
                && old.text("spec", "type").equals("LoadBalancer")
                && !name.isSame(old.at("spec", "loadBalancerClass"))) {
            name.invalid("may not change once set");
        }
        balancerClass(spec);
        Inspection port = spec.field("healthCheckNodePort");
        if (ServiceBalancerRules.needsHealthCheck(spec.node())
                && ServiceBalancerRules.needsHealthCheck(old.at("spec"))
                && port.number() != old.at("spec", "healthCheckNodePort").asLong()) {
            port.forbidden(Inspection.IMMUTABLE);
        }
        check(service, old);
    }

    @Override
    public void checkStatus(Inspection service, ApiObject old) {
        ServiceBalancerRules.status(service, old);
    }
}
