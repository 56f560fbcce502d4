package io.alcove.pki;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A kubeconfig with everything in it, for one cluster and one client certificate. */
public record Kubeconfig(String cluster, String server, String caPem, Credential client) {

    public String toYaml() {
        return """
               apiVersion: v1
               kind: Config
               clusters:
               - name: %1$s
                 cluster:
                   server: %2$s
                   certificate-authority-data: %3$s
               users:
               - name: %1$s
                 user:
                   client-certificate-data: %4$s
                   client-key-data: %5$s
               contexts:
               - name: %1$s
                 context:
                   cluster: %1$s
                   user: %1$s
               current-context: %1$s
               """
                .formatted(
                        cluster,
                        server,
                        base64(caPem),
                        base64(client.certificatePem()),
                        base64(client.privateKeyPem()));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
