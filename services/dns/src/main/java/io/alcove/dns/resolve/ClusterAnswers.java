package io.alcove.dns.resolve;

import io.alcove.apimachinery.object.ObjectName;
import io.alcove.dns.wire.DnsName;
import io.alcove.dns.wire.IpAddress;
import io.alcove.dns.wire.MessageWriter;
import io.alcove.dns.wire.MessageWriter.Section;
import io.alcove.dns.wire.Query;
import io.alcove.dns.wire.RecordType;
import io.alcove.dns.wire.ResponseCode;
import io.alcove.dns.zone.ClusterZone;
import io.alcove.dns.zone.Records;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Answers of the cluster's own names. */
final class ClusterAnswers {

    /** As CoreDNS's kubernetes plugin, unless told otherwise. */
    static final long TTL = 5;

    private static final long VERSION_TTL = 28_800;
    private static final byte[] VERSION = "1.1.0".getBytes(StandardCharsets.US_ASCII);
    private static final ObjectName DNS_SERVICE = new ObjectName("kube-system", "kube-dns");
    private static final int MAX_ALIASES = 10;

    private final ClusterZone zone;
    private final DnsName version;
    private final DnsName nameServer;
    private final DnsName dnsService;

    ClusterAnswers(ClusterZone zone) {
        this.zone = zone;
        version = zone.domain().child("dns-version").orElseThrow();
        nameServer = zone.domain().child("dns").flatMap(n -> n.child("ns")).orElseThrow();
        dnsService = zone.serviceName(DNS_SERVICE);
    }

    boolean owns(DnsName name) {
        return name.isBelowOrEqual(zone.domain());
    }

    /**
     * Writes the answer to a question about a name of the domain. Where that ends at a name
     * outside, gives this name, and what is written is good up to there.
     */
    Optional<DnsName> answer(Query query, int limit, MessageWriter out) {
        out.begin(query, ResponseCode.NOERROR, true, limit);
        Optional<Records> found = find(query.name());
        if (found.flatMap(Records::alias).isEmpty()) {
            answer(query, query.name(), MessageWriter.QUESTION, found, out);
            return Optional.empty();
        }
        return follow(query, limit, found.get(), out);
    }

    /** The name's records, or the SOA of a domain that has none of the type, or no such name. */
    private void answer(
            Query query, DnsName name, int owner, Optional<Records> found, MessageWriter out) {
        if (found.isEmpty()) {
            out.code(ResponseCode.NXDOMAIN);
        }
        if (found.isEmpty() || !write(query, name, owner, found.get(), out)) {
            int domain = MessageWriter.suffix(query, zone.domain());
            out.authority(Section.AUTHORITY, domain, TTL, zone.serial());
        }
    }

    private Optional<DnsName> follow(Query query, int limit, Records first, MessageWriter out) {
        Set<DnsName> passed = new HashSet<>();
        int owner = MessageWriter.QUESTION;
        Optional<DnsName> alias = first.alias();
        while (alias.isPresent()) {
            DnsName target = alias.get();
            owner = out.pointer(Section.ANSWER, RecordType.CNAME, owner, TTL, target);
            if (!passed.add(target) || passed.size() > MAX_ALIASES) {
                out.begin(query, ResponseCode.SERVFAIL, true, limit);
                return Optional.empty();
            }
            if (owner < 0) {
                out.truncated();
                return Optional.empty();
            }
            if (query.type() == RecordType.CNAME) {
                return Optional.empty();
            }
            if (!owns(target)) {
                return alias;
            }
            Optional<Records> next = find(target);
            alias = next.flatMap(Records::alias);
            if (alias.isEmpty()) {
                answer(query, target, owner, next, out);
            }
        }
        return Optional.empty();
    }

    /**
     * Writes what an address of the cluster stands for.
     *
     * @param arpa the reverse zone that the name is in
     */
    void answerReverse(Query query, Records records, DnsName arpa, int limit, MessageWriter out) {
        out.begin(query, ResponseCode.NOERROR, true, limit);
        if (query.type() != RecordType.PTR) {
            int soa = MessageWriter.suffix(query, arpa);
            out.authority(Section.AUTHORITY, soa, TTL, zone.serial());
            return;
        }
        for (DnsName target : records.pointers()) {
            int owner = MessageWriter.QUESTION;
            if (out.pointer(Section.ANSWER, RecordType.PTR, owner, TTL, target) < 0) {
                out.truncated();
                return;
            }
        }
    }

    private Optional<Records> find(DnsName name) {
        if (name.equals(version)) {
            return Optional.of(Records.EMPTY);
        }
        if (name.equals(nameServer)) {
            return zone.find(dnsService).or(() -> Optional.of(Records.EMPTY));
        }
        Optional<Records> records = zone.find(name);
        return records.isPresent() ? records : pod(name);
    }

    /** {@code 10-1-2-3.namespace.pod}: the address that the name spells, whoever has it. */
    private Optional<Records> pod(DnsName name) {
        if (!name.isBelowOrEqual(zone.pods())) {
            return Optional.empty();
        }
        DnsName namespace = name.parent();
        if (!namespace.parent().equals(zone.pods()) || zone.find(namespace).isEmpty()) {
            return Optional.empty();
        }
        String label = name.firstLabel();
        Optional<IpAddress> v4 = IpAddress.parse(label.replace('-', '.'));
        return v4.or(() -> IpAddress.parse(label.replace('-', ':'))).map(Records::of);
    }

    /** Whether there is something of the question's type. */
    private boolean write(
            Query query, DnsName name, int owner, Records records, MessageWriter out) {
        return switch (query.type()) {
            case RecordType.A -> addresses(Section.ANSWER, owner, records.v4(), out);
            case RecordType.AAAA -> addresses(Section.ANSWER, owner, records.v6(), out);
            case RecordType.SRV -> services(owner, records.services(), out);
            case RecordType.TXT -> name.equals(version) && version(owner, out);
            case RecordType.SOA ->
                    name.equals(zone.domain())
                            && out.authority(Section.ANSWER, owner, TTL, zone.serial());
            case RecordType.NS -> name.equals(zone.domain()) && nameServers(owner, out);
            default -> false;
        };
    }

    /** Beginning at another one each time, so that clients who take the first spread. */
    private static boolean addresses(
            Section section, int owner, List<IpAddress> addresses, MessageWriter out) {
        int count = addresses.size();
        int first = count > 1 ? ThreadLocalRandom.current().nextInt(count) : 0;
        for (int i = 0; i < count; i++) {
            if (!out.address(section, owner, TTL, addresses.get((first + i) % count))) {
                if (section == Section.ANSWER) {
                    out.truncated();
                }
                return true;
            }
        }
        return count > 0;
    }

    /** The services, and beside them the addresses that their targets have. */
    private boolean services(int owner, List<Records.Srv> services, MessageWriter out) {
        int weight = Math.max(1, 100 / Math.max(1, services.size()));
        int[] places = new int[services.size()];
        for (int i = 0; i < places.length; i++) {
            Records.Srv service = services.get(i);
            places[i] = out.service(owner, TTL, weight, service.port(), service.target());
            if (places[i] < 0) {
                out.truncated();
                return true;
            }
        }
        Set<DnsName> seen = new HashSet<>();
        for (int i = 0; i < places.length; i++) {
            if (seen.add(services.get(i).target())) {
                targetAddresses(places[i], services.get(i).target(), out);
            }
        }
        return places.length > 0;
    }

    private void targetAddresses(int owner, DnsName target, MessageWriter out) {
        zone.find(target)
                .ifPresent(
                        records -> {
                            addresses(Section.ADDITIONAL, owner, records.v4(), out);
                            addresses(Section.ADDITIONAL, owner, records.v6(), out);
                        });
    }

    private static boolean version(int owner, MessageWriter out) {
        return out.text(owner, VERSION_TTL, VERSION);
    }

    /** The DNS service itself where the cluster has it, as CoreDNS names it. */
    private boolean nameServers(int owner, MessageWriter out) {
        DnsName server = zone.find(dnsService).isPresent() ? dnsService : nameServer;
        int place = out.pointer(Section.ANSWER, RecordType.NS, owner, TTL, server);
        if (place >= 0) {
            targetAddresses(place, server, out);
        }
        return place >= 0;
    }
}
