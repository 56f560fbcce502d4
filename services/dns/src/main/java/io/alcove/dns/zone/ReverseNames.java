package io.alcove.dns.zone;

import io.alcove.apimachinery.object.ObjectName;
import io.alcove.dns.wire.DnsName;
import io.alcove.dns.zone.ServiceNames.Names;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The names that addresses stand for. Several services may have the same endpoint, so each says its
 * own part; a cluster IP goes before endpoints, as in CoreDNS. Written by one thread at a time.
 */
final class ReverseNames {

    private final Map<DnsName, Records> published = new ConcurrentHashMap<>();
    private final Map<DnsName, Map<ObjectName, Names>> parts = new ConcurrentHashMap<>();

    Optional<Records> find(DnsName address) {
        return Optional.ofNullable(published.get(address));
    }

    void replace(ObjectName service, Names before, Names after) {
        for (DnsName address : addresses(after)) {
            parts.computeIfAbsent(address, _ -> new TreeMap<>()).put(service, after);
            publish(address);
        }
        Set<DnsName> gone = addresses(before);
        gone.removeAll(addresses(after));
        for (DnsName address : gone) {
            parts.computeIfPresent(address, (_, part) -> without(part, service));
            publish(address);
        }
    }

    private static @Nullable Map<ObjectName, Names> without(
            Map<ObjectName, Names> part, ObjectName service) {
        part.remove(service);
        return part.isEmpty() ? null : part;
    }

    private void publish(DnsName address) {
        Map<ObjectName, Names> part = parts.getOrDefault(address, Map.of());
        Set<DnsName> targets = new LinkedHashSet<>();
        for (Names names : part.values()) {
            DnsName clusterIp = names.clusterIps().get(address);
            if (clusterIp != null) {
                published.put(address, Records.pointers(List.of(clusterIp)));
                return;
            }
            targets.addAll(names.endpoints().getOrDefault(address, Set.of()));
        }
        if (targets.isEmpty()) {
            published.remove(address);
        } else {
            published.put(address, Records.pointers(List.copyOf(targets)));
        }
    }

    private static Set<DnsName> addresses(Names names) {
        Set<DnsName> addresses = new HashSet<>(names.clusterIps().keySet());
        addresses.addAll(names.endpoints().keySet());
        return addresses;
    }
}
