package io.alcove.apiserver.allocation;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.List;

/** What a Service needs by its type. */
public record ServiceNeeds(ApiObject service) {

    private static final String NONE = "None";

    private String type() {
        String type = service.text("spec", "type");
        return type.isEmpty() ? "ClusterIP" : type;
    }

    public boolean clusterIp() {
        return !type().equals("ExternalName");
    }

    public boolean nodePorts() {
        return type().equals("NodePort")
                || (type().equals("LoadBalancer")
                        && service.at("spec", "allocateLoadBalancerNodePorts").asBoolean(true));
    }

    public boolean healthCheckPort() {
        return type().equals("LoadBalancer")
                && service.text("spec", "externalTrafficPolicy").equals("Local");
    }

    boolean isHeadless() {
        return clusterIp() && clusterIps().contains(NONE);
    }

    /**
     * All addresses that the Service names, the first of clusterIP even where clusterIPs is empty.
     */
    List<String> clusterIps() {
        List<String> all = service.textList("spec", "clusterIPs");
        String first = service.text("spec", "clusterIP");
        return all.isEmpty() && !first.isEmpty() ? List.of(first) : all;
    }

    List<String> addresses() {
        return clusterIps().stream().filter(ip -> !ip.equals(NONE)).toList();
    }

    List<Integer> heldNodePorts() {
        return service.elements("spec", "ports").stream()
                .map(port -> port.path("nodePort").asInt())
                .filter(port -> port > 0)
                .distinct()
                .toList();
    }

    int heldHealthCheckPort() {
        return service.at("spec", "healthCheckNodePort").asInt();
    }

    static String protocolAndPort(JsonNode port) {
        return port.path("protocol").asText("TCP") + "/" + port.path("port").asInt();
    }
}
