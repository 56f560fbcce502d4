package io.alcove.dns.zone;

import io.alcove.apimachinery.object.ObjectName;
import io.alcove.dns.wire.DnsName;
import io.alcove.dns.zone.ServiceNames.Names;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every name of the cluster. Reading takes no lock. A change of a service or of its endpoints makes
 * all names of that service anew: new ones appear before old ones go, so that a name which stays is
 * always there.
 */
public final class ClusterZone {

    /** What a domain that is too long would leave no room for. */
    private static final int MAX_DOMAIN = 128;

    private final Clock clock;
    private final DnsName domain;
    private final DnsName services;
    private final DnsName pods;
    private final Map<DnsName, Records> names = new ConcurrentHashMap<>();
    private final ReverseNames reverse = new ReverseNames();

    private final Object writing = new Object();
    private final Map<ObjectName, Service> known = new HashMap<>();
    private final Map<ObjectName, ObjectName> owners = new HashMap<>();
    private final Map<ObjectName, Map<ObjectName, EndpointSlice>> slices = new HashMap<>();
    private final Map<ObjectName, Names> published = new HashMap<>();
    private volatile long changed;

    /**
     * @throws IllegalArgumentException where the domain is no name, or too long for names below it
     */
    public ClusterZone(String domain, Clock clock) {
        this.clock = clock;
        this.domain =
                DnsName.parse(domain)
                        .filter(d -> d.length() <= MAX_DOMAIN && !d.equals(DnsName.ROOT))
                        .orElseThrow(() -> new IllegalArgumentException("not a domain: " + domain));
        services = this.domain.child("svc").orElseThrow();
        pods = this.domain.child("pod").orElseThrow();
        DnsName dns = this.domain.child("dns").orElseThrow();
        names.put(this.domain, Records.EMPTY);
        names.put(services, Records.EMPTY);
        names.put(pods, Records.EMPTY);
        names.put(dns, Records.EMPTY);
        names.put(dns.child("ns").orElseThrow(), Records.EMPTY);
        touch();
    }

    public DnsName domain() {
        return domain;
    }

    /** The name below which each namespace's pods are. */
    public DnsName pods() {
        return pods;
    }

    public DnsName serviceName(ObjectName service) {
        return services.child(service.namespace())
                .flatMap(n -> n.child(service.name()))
                .orElseThrow();
    }

    /** What stands at a name of the domain; empty where there is no such name. */
    public Optional<Records> find(DnsName name) {
        return Optional.ofNullable(names.get(name));
    }

    /** What stands at the reverse name of an address; empty where it is none of the cluster's. */
    public Optional<Records> findReverse(DnsName name) {
        return reverse.find(name);
    }

    /** The second of the last change, as serial number. */
    public long serial() {
        return changed;
    }

    public void put(Service service) {
        synchronized (writing) {
            if (!service.equals(known.put(service.name(), service))) {
                refresh(service.name());
            }
        }
    }

    public void removeService(ObjectName name) {
        synchronized (writing) {
            known.remove(name);
            refresh(name);
        }
    }

    public void put(EndpointSlice slice) {
        synchronized (writing) {
            ObjectName owner = slice.owner();
            ObjectName before = owners.put(slice.name(), owner);
            if (before != null && !before.equals(owner)) {
                detach(slice.name(), before);
            }
            Map<ObjectName, EndpointSlice> all =
                    slices.computeIfAbsent(owner, _ -> new HashMap<>());
            if (!slice.equals(all.put(slice.name(), slice))) {
                refresh(owner);
            }
        }
    }

    public void removeSlice(ObjectName name) {
        synchronized (writing) {
            ObjectName owner = owners.remove(name);
            if (owner != null) {
                detach(name, owner);
            }
        }
    }

    public void putNamespace(String namespace) {
        services.child(namespace).ifPresent(n -> names.put(n, Records.EMPTY));
        pods.child(namespace).ifPresent(n -> names.put(n, Records.EMPTY));
        touch();
    }

    public void removeNamespace(String namespace) {
        services.child(namespace).ifPresent(names::remove);
        pods.child(namespace).ifPresent(names::remove);
        touch();
    }

    private void detach(ObjectName slice, ObjectName owner) {
        Map<ObjectName, EndpointSlice> rest = slices.getOrDefault(owner, new HashMap<>());
        rest.remove(slice);
        if (rest.isEmpty()) {
            slices.remove(owner);
        }
        refresh(owner);
    }

    private void refresh(ObjectName name) {
        Service service = known.get(name);
        Names before = published.getOrDefault(name, Names.NONE);
        Names after = service == null ? Names.NONE : names(service);
        names.putAll(after.forward());
        for (DnsName place : before.forward().keySet()) {
            if (!after.forward().containsKey(place)) {
                names.remove(place);
            }
        }
        reverse.replace(name, before, after);
        if (service == null) {
            published.remove(name);
        } else {
            published.put(name, after);
        }
        touch();
    }

    private Names names(Service service) {
        return ServiceNames.of(
                serviceName(service.name()),
                service,
                slices.getOrDefault(service.name(), Map.of()).values());
    }

    private void touch() {
        changed = clock.instant().getEpochSecond();
    }
}
