package io.alcove.apiserver.config;

import io.alcove.apiserver.authentication.CertificateAuthorities;
import io.alcove.apiserver.authentication.FrontProxy;
import io.alcove.apiserver.bootstrap.ClusterTrust;
import io.alcove.client.flag.Flags;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Whom the flags say to trust: authorities of clients, and of proxies in front. */
public final class TrustOptions {

    private TrustOptions() {}

    /**
     * @throws IOException where a file cannot be read
     */
    public static ClusterTrust.Trusted of(ApiServerOptions options) throws IOException {
        return new ClusterTrust.Trusted(
                authorities(options, "client-ca-file"),
                authorities(options, "requestheader-client-ca-file"),
                headers(options.flags()));
    }

    static Optional<CertificateAuthorities> authorities(ApiServerOptions options, String flag)
            throws IOException {
        Optional<Path> file = options.file(flag);
        return file.isPresent()
                ? Optional.of(new CertificateAuthorities(file.get()))
                : Optional.empty();
    }

    static FrontProxy.Headers headers(Flags flags) {
        return new FrontProxy.Headers(
                flags.list("requestheader-allowed-names"),
                flags.list("requestheader-username-headers"),
                flags.list("requestheader-uid-headers"),
                flags.list("requestheader-group-headers"),
                flags.list("requestheader-extra-headers-prefix"));
    }
}
