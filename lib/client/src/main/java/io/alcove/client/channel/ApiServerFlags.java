package io.alcove.client.channel;

import io.alcove.client.flag.Flag;
import java.util.List;

/** The flags by which every service finds the API server and proves who it is. */
public final class ApiServerFlags {

    public static final String APISERVER = "apiserver";
    public static final String CERTIFICATE = "tls-cert-file";
    public static final String PRIVATE_KEY = "tls-private-key-file";
    public static final String AUTHORITY = "ca-file";

    public static final List<Flag> ALL =
            List.of(
                    new Flag(APISERVER, "", "host:port of the API server's gRPC door"),
                    new Flag(CERTIFICATE, "", "PEM file of this service's client certificate"),
                    new Flag(PRIVATE_KEY, "", "PEM file of its private key (PKCS #8)"),
                    new Flag(AUTHORITY, "", "PEM file of the tenant's certificate authority"));

    private ApiServerFlags() {}
}
