package io.alcove.benchmark;

import io.alcove.pki.ClientTls;
import io.alcove.pki.Credential;
import io.alcove.pki.Pem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;

/** Where a server is, and the administrator's certificate for it. */
record Endpoint(int port, SSLContext tls) {

    /**
     * @param keys has ca.crt, admin.crt and admin.key
     */
    static Endpoint of(int port, Path keys) throws IOException {
        Credential admin =
                Credential.parse(
                        Files.readString(keys.resolve("admin.crt")),
                        Files.readString(keys.resolve("admin.key")));
        return new Endpoint(
                port,
                ClientTls.trusting(
                        Pem.certificates(Files.readString(keys.resolve("ca.crt"))), admin));
    }
}
