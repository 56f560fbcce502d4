package io.alcove.apiserver.kinds.defaults;

import static io.alcove.apiserver.kinds.defaults.Default.emptyObject;
import static io.alcove.apiserver.kinds.defaults.Default.inside;
import static io.alcove.apiserver.kinds.defaults.Default.is;
import static io.alcove.apiserver.kinds.defaults.Default.isGiven;
import static io.alcove.apiserver.kinds.defaults.Default.set;
import static io.alcove.apiserver.kinds.defaults.Default.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The core group, but for pods. */
final class CoreDefaults {

    static final Map<String, List<Default>> TABLE =
            Map.ofEntries(
                    Map.entry("core.Secret", List.of(set("type", "Opaque"))),
                    Map.entry("core.NamespaceStatus", List.of(set("phase", "Active"))),
                    Map.entry("core.Namespace", List.of(CoreDefaults::nameLabel)),
                    Map.entry("core.NodeSpec", List.of(CoreDefaults::podRanges)),
                    Map.entry("core.EndpointPort", List.of(set("protocol", "TCP"))),
                    Map.entry(
                            "core.ReplicationController",
                            List.of(CoreDefaults::selectorAndLabelsOfTemplate)),
                    Map.entry("core.ReplicationControllerSpec", List.of(set("replicas", 1))),
                    Map.entry(
                            "core.NodeStatus",
                            List.of(when(isGiven("capacity"), copy("capacity", "allocatable")))),
                    Map.entry(
                            "core.LimitRangeItem",
                            List.of(
                                    when(
                                            is("type", "Container"),
                                            merge("max", "default"),
                                            merge("default", "defaultRequest"),
                                            merge("min", "defaultRequest")))),
                    Map.entry(
                            "core.ServiceSpec",
                            List.of(
                                    set("sessionAffinity", "None"),
                                    CoreDefaults::sessionAffinityConfig,
                                    set("type", "ClusterIP"),
                                    when(
                                            CoreDefaults::isExternallyAccessible,
                                            set("externalTrafficPolicy", "Cluster")),
                                    when(
                                            is("type", "ExternalName").negate(),
                                            set("internalTrafficPolicy", "Cluster")),
                                    when(
                                            is("type", "LoadBalancer"),
                                            set("allocateLoadBalancerNodePorts", true)))),
                    Map.entry(
                            "core.ServicePort",
                            List.of(set("protocol", "TCP"), CoreDefaults::targetPort)),
                    Map.entry(
                            "core.LoadBalancerIngress",
                            List.of(when(isGiven("ip"), set("ipMode", "VIP")))),
                    Map.entry("core.ServiceStatus", List.of(emptyObject("loadBalancer"))));

    private CoreDefaults() {}

    private static void nameLabel(ObjectNode namespace) {
        String name = namespace.path("metadata").path("name").asText();
        if (!name.isEmpty()) {
            namespace.withObject("/metadata/labels").put("kubernetes.io/metadata.name", name);
        }
    }

    private static void selectorAndLabelsOfTemplate(ObjectNode controller) {
        JsonNode labels = controller.at("/spec/template/metadata/labels");
        if (!labels.isObject()) {
            return;
        }
        if (controller.at("/spec/selector").isEmpty()) {
            controller.withObject("/spec").set("selector", labels.deepCopy());
        }
        if (controller.at("/metadata/labels").isEmpty()) {
            controller.withObject("/metadata").set("labels", labels.deepCopy());
        }
    }

    private static void sessionAffinityConfig(ObjectNode spec) {
        switch (spec.path("sessionAffinity").asText()) {
            case "None" -> spec.remove("sessionAffinityConfig");
            case "ClientIP" ->
                    inside(
                                    "sessionAffinityConfig",
                                    inside("clientIP", set("timeoutSeconds", 10800)))
                            .apply(spec);
            default -> {}
        }
    }

    private static boolean isExternallyAccessible(ObjectNode spec) {
        return switch (spec.path("type").asText()) {
            case "LoadBalancer", "NodePort" -> true;
            case "ClusterIP" -> !spec.path("externalIPs").isEmpty();
            default -> false;
        };
    }

    private static void targetPort(ObjectNode port) {
        JsonNode target = port.path("targetPort");
        if (target.isMissingNode() || target.asText().isEmpty() || target.asText().equals("0")) {
            port.set("targetPort", port.path("port").deepCopy());
        }
    }

    private static Default copy(String from, String to) {
        return node -> {
            if (node.path(to).isMissingNode()) {
                node.set(to, node.path(from).deepCopy());
            }
        };
    }

    private static Default merge(String from, String into) {
        return node ->
                node.path(from)
                        .properties()
                        .forEach(
                                e ->
                                        set(e.getKey(), e.getValue())
                                                .apply(node.withObject("/" + into)));
    }

    /** The old field holds the first of the new one, and wins where they differ. */
    private static void podRanges(ObjectNode spec) {
        String first = spec.path("podCIDR").asText("");
        String ofList = spec.path("podCIDRs").path(0).asText("");
        if (!first.isEmpty() && !first.equals(ofList)) {
            spec.putArray("podCIDRs").add(first);
        } else if (first.isEmpty() && !ofList.isEmpty()) {
            spec.put("podCIDR", ofList);
        }
    }
}
