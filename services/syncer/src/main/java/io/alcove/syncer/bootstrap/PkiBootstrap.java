package io.alcove.syncer.bootstrap;

import io.alcove.apimachinery.object.OwnerReference;
import io.alcove.pki.Credential;
import io.alcove.pki.Kubeconfig;
import io.alcove.pki.PrivateFile;
import io.alcove.pki.TenantPki;
import io.alcove.syncer.host.HostClient;
import io.alcove.syncer.mark.HostNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a tenant's PKI at its first start on Kubernetes, and renews what is due whenever it is run
 * again. Services mount the Secrets and read them again as they change; this one, which must start
 * before there are any, gets its own files.
 */
public final class PkiBootstrap {

    private static final String OWN_LEAF = "syncer";
    private static final int TRIES = 5;

    private final TenantPki pki;
    private final PkiSecrets secrets;
    private final Path directory;
    private final String tenant;
    private final String server;

    /**
     * @param owner the host object that the Secrets go with, if there is one
     * @param directory where this service's own certificate, key and authority are kept as files
     * @param server the URL of the API server in the kubeconfig
     */
    public PkiBootstrap(
            TenantPki pki,
            HostClient host,
            HostNames names,
            Optional<OwnerReference> owner,
            Path directory,
            String server) {
        this.pki = pki;
        this.secrets = new PkiSecrets(host, names, owner);
        this.directory = directory;
        this.tenant = names.tenant();
        this.server = server;
    }

    public Path certificate() {
        return directory.resolve(OWN_LEAF + ".crt");
    }

    public Path privateKey() {
        return directory.resolve(OWN_LEAF + ".key");
    }

    public Path authority() {
        return directory.resolve(TenantPki.CA_CERTIFICATE);
    }

    /** Completes the Secrets; writes only what is missing or was renewed. */
    public void complete() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            Map<String, String> held = secrets.read(pki.leafNames());
            Map<String, String> whole = pki.complete(held);
            // Where another process was first, its roots are the tenant's: read them.
            if (secrets.createRoots(held, whole)) {
                writeLeaves(held, whole);
                return;
            }
        }
        throw new IOException("the tenant's keys are being made by another process");
    }

    private void writeLeaves(Map<String, String> held, Map<String, String> whole)
            throws IOException {
        for (String leaf : pki.leafNames()) {
            String certificate = leaf + ".crt";
            if (!text(whole, certificate).equals(held.get(certificate))) {
                secrets.writeLeaf(leaf, whole);
                if (leaf.equals(TenantPki.ADMIN)) {
                    secrets.writeKubeconfig(kubeconfig(whole));
                }
            }
        }
        writeOwn(whole);
    }

    private Map<String, String> kubeconfig(Map<String, String> pems) {
        Credential admin =
                Credential.parse(
                        text(pems, TenantPki.ADMIN + ".crt"), text(pems, TenantPki.ADMIN + ".key"));
        String authority = text(pems, TenantPki.CA_CERTIFICATE);
        Map<String, String> data = new LinkedHashMap<>();
        data.put("config", new Kubeconfig(tenant, server, authority, admin).toYaml());
        data.put("certificate-authority", authority);
        data.put("client-certificate", admin.certificatePem());
        data.put("client-key", admin.privateKeyPem());
        return data;
    }

    private void writeOwn(Map<String, String> pems) throws IOException {
        Files.createDirectories(directory);
        for (String name :
                List.of(TenantPki.CA_CERTIFICATE, OWN_LEAF + ".crt", OWN_LEAF + ".key")) {
            Path file = directory.resolve(name);
            if (!Files.exists(file) || !Files.readString(file).equals(text(pems, name))) {
                PrivateFile.write(file, text(pems, name));
            }
        }
    }

    private static String text(Map<String, String> pems, String name) {
        return Optional.ofNullable(pems.get(name)).orElseThrow();
    }
}
