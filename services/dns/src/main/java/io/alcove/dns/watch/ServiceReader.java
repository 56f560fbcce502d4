package io.alcove.dns.watch;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.dns.zone.EndpointSlice;
import io.alcove.dns.zone.EndpointSlice.Endpoint;
import io.alcove.dns.zone.Port;
import io.alcove.dns.zone.Service;
import java.util.ArrayList;
import java.util.List;

/** Takes out of the API server's objects what DNS needs. */
final class ServiceReader {

    static final String SERVICE_LABEL = "kubernetes.io/service-name";
    private static final String NO_CLUSTER_IP = "None";

    private ServiceReader() {}

    static Service service(ApiObject object) {
        List<String> clusterIps = object.textList("spec", "clusterIPs");
        String first = object.text("spec", "clusterIP");
        boolean external = object.text("spec", "type").equals("ExternalName");
        return new Service(
                object.objectName(),
                first.equals(NO_CLUSTER_IP) || clusterIps.contains(NO_CLUSTER_IP),
                clusterIps.isEmpty() ? List.of(first) : clusterIps,
                external ? object.text("spec", "externalName") : "",
                ports(object.at("spec", "ports")),
                object.at("spec", "publishNotReadyAddresses").asBoolean());
    }

    static EndpointSlice slice(ApiObject object) {
        List<Endpoint> endpoints = new ArrayList<>();
        for (JsonNode endpoint : object.at("endpoints")) {
            // what is not said counts as ready, by the API's own words
            boolean ready = endpoint.path("conditions").path("ready").asBoolean(true);
            String hostname = endpoint.path("hostname").asText("");
            for (JsonNode address : endpoint.path("addresses")) {
                endpoints.add(new Endpoint(hostname, address.asText(), ready));
            }
        }
        return new EndpointSlice(
                object.objectName(),
                object.label(SERVICE_LABEL).orElse(""),
                ports(object.at("ports")),
                endpoints);
    }

    private static List<Port> ports(JsonNode list) {
        List<Port> ports = new ArrayList<>();
        for (JsonNode port : list) {
            if (port.path("port").isInt()) {
                ports.add(
                        new Port(
                                port.path("name").asText(""),
                                port.path("protocol").asText("TCP"),
                                port.path("port").intValue()));
            }
        }
        return ports;
    }
}
