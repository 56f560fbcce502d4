package io.alcove.dns.zone;

import io.alcove.dns.wire.DnsName;
import io.alcove.dns.wire.IpAddress;
import java.util.List;
import java.util.Optional;

/**
 * All that stands at one name. Nothing at all is a name that only has names below it: it exists,
 * without data.
 *
 * @param alias what the name stands for; it has nothing else then
 */
public record Records(
        List<IpAddress> v4,
        List<IpAddress> v6,
        List<Srv> services,
        List<DnsName> pointers,
        Optional<DnsName> alias) {

    public static final Records EMPTY =
            new Records(List.of(), List.of(), List.of(), List.of(), Optional.empty());

    /** Where a service is. */
    public record Srv(DnsName target, int port) {}

    /** An address alone. */
    public static Records of(IpAddress address) {
        List<IpAddress> one = List.of(address);
        return new Records(
                address.isV4() ? one : List.of(),
                address.isV4() ? List.of() : one,
                List.of(),
                List.of(),
                Optional.empty());
    }

    static Records alias(DnsName target) {
        return new Records(List.of(), List.of(), List.of(), List.of(), Optional.of(target));
    }

    static Records pointers(List<DnsName> targets) {
        return new Records(List.of(), List.of(), List.of(), List.copyOf(targets), Optional.empty());
    }
}
