package io.alcove.controllermanager.endpointslice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.controllermanager.pod.PodState;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The pods behind a Service as endpoints, by address family and resolved ports. */
final class Backends {

    /**
     * What a slice is for.
     *
     * @param addressType "IPv4" or "IPv6"
     */
    record Group(String addressType, ArrayNode ports) {}

    private final ApiObject service;
    private final Function<String, Optional<String>> zoneOfNode;

    private Backends(ApiObject service, Function<String, Optional<String>> zoneOfNode) {
        this.service = service;
        this.zoneOfNode = zoneOfNode;
    }

    /**
     * Endpoints by the uid of their pod.
     *
     * @param pods those that the Service selects
     */
    static Map<Group, Map<String, ObjectNode>> of(
            ApiObject service,
            Collection<ApiObject> pods,
            Function<String, Optional<String>> zoneOfNode) {
        Backends backends = new Backends(service, zoneOfNode);
        Map<Group, Map<String, ObjectNode>> groups = new LinkedHashMap<>();
        for (String family : families(service)) {
            pods.stream()
                    .filter(pod -> !new PodState(pod).isFinished())
                    .sorted(Comparator.comparing(ApiObject::name))
                    .forEach(pod -> backends.add(pod, family, groups));
        }
        return groups;
    }

    static List<String> families(ApiObject service) {
        List<String> families = service.textList("spec", "ipFamilies");
        return families.isEmpty() ? List.of("IPv4") : families;
    }

    private void add(ApiObject pod, String family, Map<Group, Map<String, ObjectNode>> groups) {
        Optional<String> address =
                addresses(pod).stream().filter(ip -> familyOf(ip).equals(family)).findFirst();
        if (address.isPresent()) {
            Group group = new Group(family, ServicePorts.of(service, pod));
            groups.computeIfAbsent(group, _ -> new LinkedHashMap<>())
                    .put(pod.uid(), endpoint(pod, address.get()));
        }
    }

    private ObjectNode endpoint(ApiObject pod, String address) {
        boolean serving = new PodState(pod).isReady();
        boolean terminating = pod.isBeingDeleted();
        boolean publishAll = service.at("spec", "publishNotReadyAddresses").asBoolean();
        ObjectNode endpoint = JsonNodeFactory.instance.objectNode();
        endpoint.putArray("addresses").add(address);
        endpoint.putObject("conditions")
                .put("ready", publishAll || (serving && !terminating))
                .put("serving", serving)
                .put("terminating", terminating);
        String hostname = pod.text("spec", "hostname");
        if (!hostname.isEmpty()
                && pod.text("spec", "subdomain").equals(service.name())
                && pod.namespace().equals(service.namespace())) {
            endpoint.put("hostname", hostname);
        }
        endpoint.putObject("targetRef")
                .put("kind", "Pod")
                .put("namespace", pod.namespace())
                .put("name", pod.name())
                .put("uid", pod.uid());
        String node = pod.text("spec", "nodeName");
        if (!node.isEmpty()) {
            endpoint.put("nodeName", node);
            zoneOfNode.apply(node).ifPresent(zone -> endpoint.put("zone", zone));
        }
        return endpoint;
    }

    private static List<String> addresses(ApiObject pod) {
        List<String> addresses =
                pod.elements("status", "podIPs").stream()
                        .map(ip -> ip.path("ip").asText())
                        .toList();
        return addresses.isEmpty()
                ? pod.optionalText("status", "podIP").stream().toList()
                : addresses;
    }

    private static String familyOf(String address) {
        return address.contains(":") ? "IPv6" : "IPv4";
    }
}
