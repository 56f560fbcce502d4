package io.alcove.pki;

import java.security.KeyPair;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which keys and certificates a tenant has: one authority, one leaf for each service, one for the
 * administrator, and the pair that signs service account tokens. Held as named PEM texts ("ca.crt",
 * "syncer.key"), so that a folder and a set of Secrets keep the same thing.
 */
public final class TenantPki {

    public static final String CA_CERTIFICATE = "ca.crt";
    public static final String CA_KEY = "ca.key";
    public static final String SERVICE_ACCOUNT_KEY = "sa.key";
    public static final String SERVICE_ACCOUNT_PUBLIC_KEY = "sa.pub";
    public static final String ADMIN = "admin";

    private final Clock clock;
    private final Map<String, LeafRequest> leaves;

    private TenantPki(Map<String, LeafRequest> leaves, Clock clock) {
        this.leaves = leaves;
        this.clock = clock;
    }

    /**
     * The leaves that every tenant has.
     *
     * @param apiServerHosts DNS names and addresses under which the API server is reached
     * @param syncerHosts the same for the syncer's relay
     */
    public static TenantPki of(List<String> apiServerHosts, List<String> syncerHosts, Clock clock) {
        Map<String, LeafRequest> leaves = new LinkedHashMap<>();
        leaves.put("apiserver", LeafRequest.of("system:alcove-apiserver").serving(apiServerHosts));
        leaves.put("controller-manager", LeafRequest.of("system:kube-controller-manager"));
        leaves.put("scheduler", LeafRequest.of("system:kube-scheduler"));
        leaves.put("syncer", LeafRequest.of("system:alcove-syncer").serving(syncerHosts));
        leaves.put("dns", LeafRequest.of("system:alcove-dns"));
        leaves.put(
                ADMIN,
                LeafRequest.of("kubernetes-admin")
                        .inGroup("system:masters")
                        .with(KeyAlgorithm.RSA));
        return new TenantPki(leaves, clock);
    }

    /** The same with one leaf more. */
    public TenantPki with(String name, LeafRequest request) {
        Map<String, LeafRequest> more = new LinkedHashMap<>(leaves);
        more.put(name, request);
        return new TenantPki(more, clock);
    }

    /** The names of all leaves: each has a ".crt" and a ".key". */
    public Iterable<String> leafNames() {
        return leaves.keySet();
    }

    /**
     * What is missing in held, due for renewal, or does not serve a host that it should, made anew;
     * the rest as it is. The authority is never renewed here: a new one is a migration.
     */
    public Map<String, String> complete(Map<String, String> held) {
        Map<String, String> pems = new LinkedHashMap<>(held);
        CertificateAuthority authority = authority(pems);
        leaves.forEach((name, request) -> completeLeaf(pems, authority, name, request));
        if (!pems.containsKey(SERVICE_ACCOUNT_KEY)) {
            KeyPair keys = KeyAlgorithm.RSA.generate();
            pems.put(SERVICE_ACCOUNT_KEY, Pem.encode(keys.getPrivate()));
            pems.put(SERVICE_ACCOUNT_PUBLIC_KEY, Pem.encode(keys.getPublic()));
        }
        return pems;
    }

    private CertificateAuthority authority(Map<String, String> pems) {
        String certificate = pems.get(CA_CERTIFICATE);
        String key = pems.get(CA_KEY);
        if (certificate != null && key != null) {
            return CertificateAuthority.of(Credential.parse(certificate, key), clock);
        }
        CertificateAuthority authority =
                CertificateAuthority.create(
                        "alcove-ca", CertificateAuthority.DEFAULT_VALIDITY, clock);
        pems.put(CA_CERTIFICATE, authority.certificatePem());
        pems.put(CA_KEY, authority.credential().privateKeyPem());
        return authority;
    }

    private boolean isStillGood(Credential leaf, LeafRequest request) {
        return !leaf.isDueForRenewal(clock.instant()) && leaf.serves(request.hosts());
    }

    private void completeLeaf(
            Map<String, String> pems,
            CertificateAuthority authority,
            String name,
            LeafRequest request) {
        String certificate = pems.get(name + ".crt");
        String key = pems.get(name + ".key");
        if (certificate != null
                && key != null
                && isStillGood(Credential.parse(certificate, key), request)) {
            return;
        }
        Credential leaf = authority.issue(request);
        pems.put(name + ".crt", leaf.certificatePem());
        pems.put(name + ".key", leaf.privateKeyPem());
    }
}
