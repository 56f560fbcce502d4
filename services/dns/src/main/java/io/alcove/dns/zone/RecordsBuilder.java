package io.alcove.dns.zone;

import io.alcove.dns.wire.DnsName;
import io.alcove.dns.wire.IpAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gathers what stands at one name, each thing once. */
final class RecordsBuilder {

    private final Set<IpAddress> addresses = new LinkedHashSet<>();
    private final Set<Records.Srv> services = new LinkedHashSet<>();

    RecordsBuilder address(IpAddress address) {
        addresses.add(address);
        return this;
    }

    RecordsBuilder service(DnsName target, Port port) {
        services.add(new Records.Srv(target, port.number()));
        return this;
    }

    Records build() {
        return new Records(
                addresses.stream().filter(IpAddress::isV4).toList(),
                addresses.stream().filter(a -> !a.isV4()).toList(),
                List.copyOf(services),
                List.of(),
                Optional.empty());
    }
}
