package io.alcove.syncer.bootstrap;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.object.OwnerReference;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.pki.TenantPki;
import io.alcove.syncer.host.HostClient;
import io.alcove.syncer.host.HostResource;
import io.alcove.syncer.mark.HostNames;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tenant's PKI in Secrets of its host namespace: {@code <tenant>-ca} and {@code
 * <tenant>-service-account} with the keys that nobody but this service and the API server needs,
 * and {@code <tenant>-<leaf>} (type kubernetes.io/tls, with ca.crt) for each certificate.
 */
final class PkiSecrets {

    private static final GroupVersionKind SECRET = new GroupVersionKind("", "v1", "Secret");
    private static final String OPAQUE = "Opaque";
    private static final String TLS = "kubernetes.io/tls";

    private final HostClient host;
    private final String tenant;
    private final String namespace;
    private final Optional<OwnerReference> owner;

    PkiSecrets(HostClient host, HostNames names, Optional<OwnerReference> owner) {
        this.host = host;
        this.tenant = names.tenant();
        this.namespace = names.hostNamespace();
        this.owner = owner;
    }

    /** All PEMs that are kept, under the names that {@link TenantPki} gives them. */
    Map<String, String> read(Iterable<String> leaves) {
        Map<String, String> held = new LinkedHashMap<>();
        readInto(
                held,
                "ca",
                Map.of(
                        TenantPki.CA_CERTIFICATE, TenantPki.CA_CERTIFICATE,
                        TenantPki.CA_KEY, TenantPki.CA_KEY));
        readInto(
                held,
                "service-account",
                Map.of(
                        TenantPki.SERVICE_ACCOUNT_KEY, TenantPki.SERVICE_ACCOUNT_KEY,
                        TenantPki.SERVICE_ACCOUNT_PUBLIC_KEY,
                                TenantPki.SERVICE_ACCOUNT_PUBLIC_KEY));
        for (String leaf : leaves) {
            readInto(held, leaf, Map.of("tls.crt", leaf + ".crt", "tls.key", leaf + ".key"));
        }
        return held;
    }

    /**
     * Keeps, where they are missing, the authority and the service account keys, which must never
     * be replaced.
     *
     * @return false where another process kept its own first
     */
    boolean createRoots(Map<String, String> held, Map<String, String> whole) {
        return create("ca", List.of(TenantPki.CA_CERTIFICATE, TenantPki.CA_KEY), held, whole)
                && create(
                        "service-account",
                        List.of(
                                TenantPki.SERVICE_ACCOUNT_KEY,
                                TenantPki.SERVICE_ACCOUNT_PUBLIC_KEY),
                        held,
                        whole);
    }

    void writeLeaf(String leaf, Map<String, String> pems) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("ca.crt", text(pems, TenantPki.CA_CERTIFICATE));
        data.put("tls.crt", text(pems, leaf + ".crt"));
        data.put("tls.key", text(pems, leaf + ".key"));
        host.apply(HostResource.SECRETS, secret(tenant + "-" + leaf, TLS, data));
    }

    /** The kubeconfig Secret under the name and keys that vCluster's users know. */
    void writeKubeconfig(Map<String, String> data) {
        host.apply(HostResource.SECRETS, secret("vc-" + tenant, OPAQUE, data));
    }

    private boolean create(
            String role, List<String> names, Map<String, String> held, Map<String, String> whole) {
        if (held.keySet().containsAll(names)) {
            return true;
        }
        Map<String, String> data = new LinkedHashMap<>();
        names.forEach(name -> data.put(name, text(whole, name)));
        try {
            host.create(HostResource.SECRETS, secret(tenant + "-" + role, OPAQUE, data));
            return true;
        } catch (StatusException e) {
            if (e.is(StatusReason.ALREADY_EXISTS)) {
                return false;
            }
            throw e;
        }
    }

    private void readInto(Map<String, String> held, String role, Map<String, String> keys) {
        Optional<ApiObject> secret =
                host.find(HostResource.SECRETS, new ObjectName(namespace, tenant + "-" + role));
        secret.ifPresent(
                found ->
                        keys.forEach(
                                (key, name) ->
                                        found.optionalText("data", key)
                                                .ifPresent(data -> held.put(name, decode(data)))));
    }

    private ApiObject secret(String name, String type, Map<String, String> data) {
        ApiObject secret = ApiObject.of(SECRET, new ObjectName(namespace, name));
        secret.node().put("type", type);
        owner.ifPresent(
                reference ->
                        secret.node()
                                .withObject("/metadata")
                                .putArray("ownerReferences")
                                .add(reference.toNode()));
        var encoded = secret.node().putObject("data");
        data.forEach((key, value) -> encoded.put(key, encode(value)));
        return secret;
    }

    private static String text(Map<String, String> pems, String name) {
        return Optional.ofNullable(pems.get(name)).orElseThrow();
    }

    private static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String data) {
        return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
    }
}
