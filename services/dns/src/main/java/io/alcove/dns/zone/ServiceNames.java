package io.alcove.dns.zone;

import io.alcove.dns.wire.DnsName;
import io.alcove.dns.wire.IpAddress;
import io.alcove.dns.zone.EndpointSlice.Endpoint;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All names of one service by the Kubernetes DNS specification. A name that would be too long is
 * left out. As CoreDNS does, endpoints of every service have names, not only of headless ones, and
 * a port's name has the addresses beside its SRV records.
 */
final class ServiceNames {

    /** What a service brings: records at its names, and the names that its addresses stand for. */
    record Names(
            Map<DnsName, Records> forward,
            Map<DnsName, DnsName> clusterIps,
            Map<DnsName, Set<DnsName>> endpoints) {

        static final Names NONE = new Names(Map.of(), Map.of(), Map.of());
    }

    private final DnsName name;
    private final Service service;
    private final Map<DnsName, RecordsBuilder> builders = new LinkedHashMap<>();
    private final Map<DnsName, DnsName> clusterIps = new HashMap<>();
    private final Map<DnsName, Set<DnsName>> endpoints = new HashMap<>();

    private ServiceNames(DnsName name, Service service) {
        this.name = name;
        this.service = service;
    }

    /**
     * @param name the service's own
     */
    static Names of(DnsName name, Service service, Collection<EndpointSlice> slices) {
        if (service.isExternal()) {
            return external(name, service.externalName());
        }
        ServiceNames names = new ServiceNames(name, service);
        if (!service.headless()) {
            names.addClusterIps();
        }
        slices.forEach(names::addEndpoints);
        return names.build();
    }

    /** An address is no name, so a service that stands for one has none either. */
    private static Names external(DnsName name, String externalName) {
        Optional<DnsName> target =
                IpAddress.parse(externalName).isPresent()
                        ? Optional.empty()
                        : DnsName.parse(externalName);
        return target.map(t -> new Names(Map.of(name, Records.alias(t)), Map.of(), Map.of()))
                .orElse(Names.NONE);
    }

    private void addClusterIps() {
        RecordsBuilder own = at(name);
        List<IpAddress> addresses =
                service.clusterIps().stream()
                        .map(IpAddress::parse)
                        .flatMap(Optional::stream)
                        .toList();
        for (IpAddress address : addresses) {
            own.address(address);
            clusterIps.put(address.reverseName(), name);
        }
        for (Port port : service.ports()) {
            own.service(name, port);
            atPort(port)
                    .ifPresent(
                            builder -> {
                                addresses.forEach(builder::address);
                                builder.service(name, port);
                            });
        }
    }

    private void addEndpoints(EndpointSlice slice) {
        for (Endpoint endpoint : slice.endpoints()) {
            if (endpoint.ready() || service.publishNotReady()) {
                IpAddress.parse(endpoint.address())
                        .ifPresent(address -> addEndpoint(slice, endpoint, address));
            }
        }
    }

    private void addEndpoint(EndpointSlice slice, Endpoint endpoint, IpAddress address) {
        Optional<DnsName> host = name.child(endpoint.label());
        host.ifPresent(
                own -> {
                    at(own).address(address);
                    endpoints
                            .computeIfAbsent(address.reverseName(), _ -> new LinkedHashSet<>())
                            .add(own);
                    slice.ports().forEach(port -> at(own).service(own, port));
                });
        if (service.headless()) {
            DnsName target = host.orElse(name);
            at(name).address(address);
            for (Port port : slice.ports()) {
                at(name).service(target, port);
                atPort(port).ifPresent(builder -> builder.address(address).service(target, port));
            }
        }
    }

    /** {@code _port._protocol.service}; none for a port without a name. */
    private Optional<RecordsBuilder> atPort(Port port) {
        if (!port.isNamed()) {
            return Optional.empty();
        }
        Optional<DnsName> protocol = name.child(port.protocolLabel());
        protocol.ifPresent(this::at);
        return protocol.flatMap(p -> p.child(port.nameLabel())).map(this::at);
    }

    private RecordsBuilder at(DnsName place) {
        return builders.computeIfAbsent(place, _ -> new RecordsBuilder());
    }

    private Names build() {
        Map<DnsName, Records> forward = new LinkedHashMap<>();
        builders.forEach((place, builder) -> forward.put(place, builder.build()));
        return new Names(forward, clusterIps, endpoints);
    }
}
