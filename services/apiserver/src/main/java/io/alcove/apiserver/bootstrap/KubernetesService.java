package io.alcove.apiserver.bootstrap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.ObjectName;
import java.net.InetAddress;
import java.util.List;

/** The Service by which pods find the API server, and its one endpoint. */
public final class KubernetesService {

    private static final ObjectName NAME = new ObjectName("default", "kubernetes");
    private static final int SERVICE_PORT = 443;

    private final Bootstrap bootstrap;

    public KubernetesService(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    /**
     * @param clusterIp the first address of the service range; empty where the host gives it
     */
    public void ensureService(String clusterIp, int port) {
        bootstrap.ensure(service(clusterIp, port));
    }

    /**
     * Points the Service at the servers, whose addresses may be others than before. An address of
     * loopback is no endpoint, as upstream has it: none is written.
     *
     * @param addresses that the API servers are reached at, of one family
     */
    public void keepEndpoints(List<String> addresses, int port) {
        List<String> reachable =
                addresses.stream()
                        .filter(address -> !InetAddress.ofLiteral(address).isLoopbackAddress())
                        .toList();
        if (!reachable.isEmpty()) {
            bootstrap.keep(endpoints(reachable, port), List.of("subsets"));
            bootstrap.keep(endpointSlice(reachable, port), List.of("endpoints", "ports"));
        }
    }

    private static ApiObject service(String clusterIp, int port) {
        ApiObject service = ApiObject.of(new GroupVersionKind("", "v1", "Service"), NAME);
        label(service);
        ObjectNode spec = service.with("spec").put("type", "ClusterIP");
        if (!clusterIp.isEmpty()) {
            spec.put("clusterIP", clusterIp);
        }
        spec.putArray("ports")
                .addObject()
                .put("name", "https")
                .put("protocol", "TCP")
                .put("port", SERVICE_PORT)
                .put("targetPort", port);
        return service;
    }

    private static ApiObject endpoints(List<String> addresses, int port) {
        ApiObject endpoints = ApiObject.of(new GroupVersionKind("", "v1", "Endpoints"), NAME);
        endpoints.with("metadata", "labels").put("endpointslice.kubernetes.io/skip-mirror", "true");
        ObjectNode subset = endpoints.node().putArray("subsets").addObject();
        ArrayNode ips = subset.putArray("addresses");
        addresses.forEach(address -> ips.addObject().put("ip", address));
        subset.putArray("ports").addObject().put("name", "https").put("port", port);
        return endpoints;
    }

    private static ApiObject endpointSlice(List<String> addresses, int port) {
        ApiObject slice =
                ApiObject.of(new GroupVersionKind("discovery.k8s.io", "v1", "EndpointSlice"), NAME);
        slice.with("metadata", "labels").put("kubernetes.io/service-name", NAME.name());
        slice.node().put("addressType", addresses.getFirst().indexOf(':') < 0 ? "IPv4" : "IPv6");
        ArrayNode endpoints = slice.node().putArray("endpoints");
        for (String address : addresses) {
            ObjectNode endpoint = endpoints.addObject();
            endpoint.putArray("addresses").add(address);
            endpoint.putObject("conditions").put("ready", true);
        }
        slice.node()
                .putArray("ports")
                .addObject()
                .put("name", "https")
                .put("port", port)
                .put("protocol", "TCP");
        return slice;
    }

    private static void label(ApiObject service) {
        service.with("metadata", "labels")
                .put("component", "apiserver")
                .put("provider", "kubernetes");
    }
}
