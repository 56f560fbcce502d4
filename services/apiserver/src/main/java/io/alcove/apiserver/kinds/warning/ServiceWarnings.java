package io.alcove.apiserver.kinds.warning;

import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.IpWarnings;
import java.util.function.Consumer;

/** Of Services. */
final class ServiceWarnings implements Warnings {

    private static final String HINTS = "service.kubernetes.io/topology-aware-hints";

    @Override
    public void check(Inspection service, Consumer<String> texts) {
        if (service.at("metadata", "annotations", HINTS).isPresent()) {
            texts.accept(
                    "annotation "
                            + HINTS
                            + " is deprecated, please use service.kubernetes.io/topology-mode"
                            + " instead");
        }
        Inspection spec = service.field("spec");
        String type = spec.field("type").text();
        boolean isExternalName = type.equals("ExternalName");
        boolean isHeadless = type.equals("ClusterIP") && spec.field("clusterIP").is("None");
        Inspection externals = spec.field("externalIPs");
        spec.field("clusterIPs").each(ip -> IpWarnings.ip(ip, texts));
        if (isHeadless) {
            headless(spec, texts);
        }
        externals.each(ip -> IpWarnings.ip(ip, texts));
        if (externals.size() > 0 && !isHeadless && !isExternalName) {
            texts.accept(
                    "spec.externalIPs is deprecated and may no longer be implemented in some"
                            + " clusters");
        }
        IpWarnings.ip(spec.field("loadBalancerIP"), texts);
        spec.field("loadBalancerSourceRanges").each(range -> IpWarnings.cidr(range, texts));
        if (isExternalName && externals.size() > 0) {
            texts.accept("spec.externalIPs is ignored when spec.type is \"ExternalName\"");
        }
        if (!isExternalName && spec.field("externalName").isGiven()) {
            texts.accept("spec.externalName is ignored when spec.type is not \"ExternalName\"");
        }
        if (spec.field("trafficDistribution").is("PreferClose")) {
            texts.accept(
                    "spec.trafficDistribution: \"PreferClose\" is deprecated; use"
                            + " \"PreferSameZone\"");
        }
    }

    private static void headless(Inspection spec, Consumer<String> texts) {
        if (spec.field("loadBalancerIP").isGiven()) {
            texts.accept("spec.loadBalancerIP is ignored for headless services");
        }
        if (spec.field("externalIPs").size() > 0) {
            texts.accept("spec.externalIPs is ignored for headless services");
        }
        if (!spec.field("sessionAffinity").is("None")) {
            texts.accept("spec.SessionAffinity is ignored for headless services");
        }
    }

    @Override
    public void checkStatus(Inspection service, Consumer<String> texts) {
        balancer(service, texts);
    }

    static void balancer(Inspection object, Consumer<String> texts) {
        // upstream names the entry, not its address
        object.at("status", "loadBalancer", "ingress")
                .each(entry -> IpWarnings.ip(entry.holding(entry.node().path("ip")), texts));
    }
}
