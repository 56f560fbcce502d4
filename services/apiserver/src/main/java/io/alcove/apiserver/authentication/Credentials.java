package io.alcove.apiserver.authentication;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What a caller presented. Its text never shows the token.
 *
 * @param clientCertificates the chain of the TLS handshake, leaf first, proven to be the caller's
 *     but not yet trusted; empty where there was none
 * @param path that is asked for, which may be open to anybody
 */
public record Credentials(
        List<X509Certificate> clientCertificates,
        Optional<String> bearerToken,
        RequestHeaders headers,
        String path) {

    /** Of a door without headers. */
    public Credentials(List<X509Certificate> clientCertificates, Optional<String> bearerToken) {
        this(clientCertificates, bearerToken, RequestHeaders.NONE, "");
    }

    @Override
    public String toString() {
        return "Credentials[certificates="
                + clientCertificates.size()
                + ", token="
                + bearerToken.isPresent()
                + "]";
    }
}
