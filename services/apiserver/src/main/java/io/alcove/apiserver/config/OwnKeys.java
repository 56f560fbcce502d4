package io.alcove.apiserver.config;

import io.alcove.pki.Credential;
import io.alcove.pki.Kubeconfig;
import io.alcove.pki.PkiDirectory;
import io.alcove.pki.PrivateFile;
import io.alcove.pki.TenantPki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of a server that was given none: made in its data folder at the first start, with a
 * kubeconfig for its administrator.
 */
final class OwnKeys {

    private static final List<String> HOSTS =
            List.of(
                    "localhost",
                    "127.0.0.1",
                    "kubernetes",
                    "kubernetes.default",
                    "kubernetes.default.svc",
                    "kubernetes.default.svc.cluster.local");

    private final PkiDirectory pki;
    private final Path kubeconfig;

    OwnKeys(Path dataDirectory) {
        this.pki = new PkiDirectory(dataDirectory.resolve("pki"));
        this.kubeconfig = dataDirectory.resolve("admin.kubeconfig");
    }

    Path kubeconfig() {
        return kubeconfig;
    }

    /** Makes what is missing, and returns the flags that name it. */
    Map<String, String> complete(List<String> moreHosts, String server) throws IOException {
        List<String> hosts = new ArrayList<>(HOSTS);
        moreHosts.stream().filter(host -> !hosts.contains(host)).forEach(hosts::add);
        pki.complete(TenantPki.of(hosts, List.of(), Clock.systemUTC()));
        writeKubeconfig(server);
        Map<String, String> flags = new LinkedHashMap<>();
        flags.put("tls-cert-file", pki.file("apiserver.crt").toString());
        flags.put("tls-private-key-file", pki.file("apiserver.key").toString());
        flags.put("client-ca-file", pki.file(TenantPki.CA_CERTIFICATE).toString());
        flags.put(
                "service-account-signing-key-file",
                pki.file(TenantPki.SERVICE_ACCOUNT_KEY).toString());
        flags.put(
                "service-account-key-file",
                pki.file(TenantPki.SERVICE_ACCOUNT_PUBLIC_KEY).toString());
        return flags;
    }

    private void writeKubeconfig(String server) throws IOException {
        Credential admin =
                Credential.parse(
                        Files.readString(pki.file(TenantPki.ADMIN + ".crt")),
                        Files.readString(pki.file(TenantPki.ADMIN + ".key")));
        String authority = Files.readString(pki.file(TenantPki.CA_CERTIFICATE));
        PrivateFile.write(kubeconfig, new Kubeconfig("alcove", server, authority, admin).toYaml());
    }
}
