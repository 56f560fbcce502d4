package io.alcove.dns.zone;

import io.alcove.apimachinery.object.ObjectName;
import java.util.List;

/**
 * What DNS needs of an EndpointSlice.
 *
 * @param service the name of its service, in its own namespace; empty where it has none
 */
public record EndpointSlice(
        ObjectName name, String service, List<Port> ports, List<Endpoint> endpoints) {

    public EndpointSlice {
        ports = List.copyOf(ports);
        endpoints = List.copyOf(endpoints);
    }

    ObjectName owner() {
        return new ObjectName(name.namespace(), service);
    }

    /**
     * One address.
     *
     * @param hostname empty where it has none
     */
    public record Endpoint(String hostname, String address, boolean ready) {

        /** The label below the service's name: as CoreDNS makes it where there is no hostname. */
        String label() {
            if (!hostname.isEmpty()) {
                return hostname;
            }
            String label = address.replace('.', '-').replace(':', '-');
            return address.endsWith(":") ? label + "0" : label;
        }
    }
}
