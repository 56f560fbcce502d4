package io.alcove.apiserver.allocation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an update of a Service keeps though the client did not send it, and what it loses with its
 * type though the client did.
 */
final class CarriedOver {

    private final ObjectNode spec;
    private final ServiceNeeds now;
    private final ServiceNeeds before;

    private CarriedOver(ApiObject service, ApiObject old) {
        this.spec = service.with("spec");
        this.now = new ServiceNeeds(service);
        this.before = new ServiceNeeds(old);
    }

    static void apply(ApiObject service, ApiObject old) {
        CarriedOver carried = new CarriedOver(service, old);
        carried.clusterIps();
        carried.keepAddresses();
        carried.keepPorts();
        carried.dropWithType();
    }

    /** Keeps clusterIP and clusterIPs of one mind where the client wrote only one of them. */
    private void clusterIps() {
        String first = spec.path("clusterIP").asText("");
        String oldFirst = before.service().text("spec", "clusterIP");
        boolean sameList =
                spec.path("clusterIPs").equals(before.service().at("spec", "clusterIPs"));
        if (!first.equals(oldFirst) && sameList) {
            setClusterIps(first.isEmpty() ? List.of() : List.of(first));
        } else if (!first.isEmpty() && spec.path("clusterIPs").isEmpty()) {
            setClusterIps(List.of(first));
        } else if (first.isEmpty() && !spec.path("clusterIPs").isEmpty() && oldFirst.isEmpty()) {
            spec.put("clusterIP", spec.path("clusterIPs").path(0).asText());
        }
    }

    private void keepAddresses() {
        if (!now.clusterIp() || !before.clusterIp()) {
            return;
        }
        if (now.clusterIps().isEmpty()) {
            setClusterIps(before.clusterIps());
        }
        for (String field : List.of("ipFamilies", "ipFamilyPolicy")) {
            JsonNode value = before.service().at("spec", field);
            if (spec.path(field).isMissingNode() && !value.isMissingNode()) {
                spec.set(field, value.deepCopy());
            }
        }
    }

    private void keepPorts() {
        if (now.nodePorts() && before.nodePorts()) {
            Set<Integer> used = new HashSet<>(now.heldNodePorts());
            for (JsonNode port : spec.path("ports")) {
                if (port.path("nodePort").asInt() == 0) {
                    keepNodePort((ObjectNode) port, used);
                }
            }
        }
        if (now.healthCheckPort() && before.healthCheckPort() && now.heldHealthCheckPort() == 0) {
            spec.put("healthCheckNodePort", before.heldHealthCheckPort());
        }
    }

    private void keepNodePort(ObjectNode port, Set<Integer> used) {
        for (JsonNode old : before.service().at("spec", "ports")) {
            int nodePort = old.path("nodePort").asInt();
            boolean same =
                    ServiceNeeds.protocolAndPort(old).equals(ServiceNeeds.protocolAndPort(port));
            if (same && nodePort > 0 && used.add(nodePort)) {
                port.put("nodePort", nodePort);
                return;
            }
        }
    }

    private void dropWithType() {
        if (!now.clusterIp() && before.clusterIp() && sameAddresses()) {
            List.of(
                            "clusterIP",
                            "clusterIPs",
                            "ipFamilies",
                            "ipFamilyPolicy",
                            "internalTrafficPolicy")
                    .forEach(spec::remove);
        }
        if (!now.nodePorts() && before.nodePorts() && sameNodePorts()) {
            spec.path("ports").forEach(port -> ((ObjectNode) port).remove("nodePort"));
        }
        if (!now.healthCheckPort()
                && before.healthCheckPort()
                && now.heldHealthCheckPort() == before.heldHealthCheckPort()) {
            spec.remove("healthCheckNodePort");
        }
        String type = spec.path("type").asText();
        boolean external = type.equals("LoadBalancer") || type.equals("NodePort");
        if (!external
                && spec.path("externalIPs").isEmpty()
                && spec.path("externalTrafficPolicy")
                        .equals(before.service().at("spec", "externalTrafficPolicy"))) {
            spec.remove("externalTrafficPolicy");
        }
        if (!type.equals("LoadBalancer")
                && spec.path("allocateLoadBalancerNodePorts")
                        .equals(before.service().at("spec", "allocateLoadBalancerNodePorts"))) {
            spec.remove("allocateLoadBalancerNodePorts");
        }
    }

    private boolean sameAddresses() {
        return now.clusterIps().equals(before.clusterIps()) || now.clusterIps().isEmpty();
    }

    private boolean sameNodePorts() {
        return now.heldNodePorts().equals(before.heldNodePorts());
    }

    private void setClusterIps(List<String> addresses) {
        spec.remove(List.of("clusterIP", "clusterIPs"));
        if (!addresses.isEmpty()) {
            spec.put("clusterIP", addresses.getFirst());
            var list = spec.putArray("clusterIPs");
            addresses.forEach(list::add);
        }
    }
}
