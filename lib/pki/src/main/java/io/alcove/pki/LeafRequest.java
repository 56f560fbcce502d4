package io.alcove.pki;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a certificate is to say. A leaf serves and calls: Alcove's services do both under one
 * identity.
 *
 * @param commonName the Kubernetes user
 * @param organizations the Kubernetes groups
 * @param hosts DNS names and IP addresses that it serves under
 */
public record LeafRequest(
        String commonName,
        List<String> organizations,
        List<String> hosts,
        KeyAlgorithm algorithm,
        Duration validity) {

    public static final Duration DEFAULT_VALIDITY = Duration.ofDays(365);

    public LeafRequest {
        organizations = List.copyOf(organizations);
        hosts = List.copyOf(hosts);
    }

    public static LeafRequest of(String commonName) {
        return new LeafRequest(commonName, List.of(), List.of(), KeyAlgorithm.EC, DEFAULT_VALIDITY);
    }

    public LeafRequest inGroup(String organization) {
        List<String> more = new ArrayList<>(organizations);
        more.add(organization);
        return new LeafRequest(commonName, more, hosts, algorithm, validity);
    }

    public LeafRequest serving(List<String> moreHosts) {
        List<String> more = new ArrayList<>(hosts);
        more.addAll(moreHosts);
        return new LeafRequest(commonName, organizations, more, algorithm, validity);
    }

    public LeafRequest with(KeyAlgorithm other) {
        return new LeafRequest(commonName, organizations, hosts, other, validity);
    }

    public LeafRequest validFor(Duration other) {
        return new LeafRequest(commonName, organizations, hosts, algorithm, other);
    }
}
