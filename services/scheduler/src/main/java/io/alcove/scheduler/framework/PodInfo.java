package io.alcove.scheduler.framework;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A pod with what it takes of a node.
 *
 * @param requests that the node must have free
 * @param weight requests for scores, in which a container without any is not free of charge
 */
public record PodInfo(
        ApiObject pod, Resources requests, Resources weight, Set<HostPort> hostPorts) {

    private static final Resources LEAST_WEIGHT =
            new Resources(
                    Map.of(
                            "cpu",
                            new BigDecimal("0.1"),
                            "memory",
                            BigDecimal.valueOf(200L * 1024 * 1024)));

    /** A port of the node itself; an empty address is all of them. */
    public record HostPort(String protocol, String address, int port) {

        public boolean conflictsWith(HostPort other) {
            boolean sameAddress =
                    address.isEmpty() || other.address.isEmpty() || address.equals(other.address);
            return port == other.port && protocol.equals(other.protocol) && sameAddress;
        }
    }

    public static PodInfo of(ApiObject pod) {
        return new PodInfo(
                pod, requests(pod, Resources.NONE), requests(pod, LEAST_WEIGHT), hostPorts(pod));
    }

    /**
     * What runs together at the most: all containers and sidecars, or an init container with the
     * sidecars before it; the pod's own requests come first.
     */
    private static Resources requests(ApiObject pod, Resources least) {
        Resources running = Resources.NONE;
        for (JsonNode container : pod.elements("spec", "containers")) {
            running = running.plus(requests(container, least));
        }
        Resources sidecars = Resources.NONE;
        Resources initPeak = Resources.NONE;
        for (JsonNode container : pod.elements("spec", "initContainers")) {
            Resources own = requests(container, least);
            if (container.path("restartPolicy").asText().equals("Always")) {
                sidecars = sidecars.plus(own);
                initPeak = initPeak.max(sidecars);
            } else {
                initPeak = initPeak.max(sidecars.plus(own));
            }
        }
        return running.plus(sidecars)
                .max(initPeak)
                .overlaid(Resources.of(pod.at("spec", "resources", "requests")))
                .plus(Resources.of(pod.at("spec", "overhead")));
    }

    private static Resources requests(JsonNode container, Resources least) {
        return least.overlaid(Resources.of(container.path("resources").path("requests")));
    }

    private static Set<HostPort> hostPorts(ApiObject pod) {
        Set<HostPort> ports = new HashSet<>();
        for (JsonNode container : pod.elements("spec", "containers")) {
            for (JsonNode port : container.path("ports")) {
                int number = port.path("hostPort").asInt();
                String address = port.path("hostIP").asText("");
                if (number > 0) {
                    ports.add(
                            new HostPort(
                                    port.path("protocol").asText("TCP"),
                                    address.equals("0.0.0.0") ? "" : address,
                                    number));
                }
            }
        }
        return ports;
    }
}
