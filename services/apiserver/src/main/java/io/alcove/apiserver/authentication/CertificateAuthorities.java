package io.alcove.apiserver.authentication;

import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.request.UserInfo;
import io.alcove.pki.Pem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The authorities of a file, by which client certificates are checked. */
public final class CertificateAuthorities {

    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final String ANY_USE = "2.5.29.37.0";

    private final WatchedFile<Content> file;

    /**
     * @param known whom these authorities have been found to vouch for
     */
    private record Content(String text, Set<TrustAnchor> anchors, VerifiedChains known) {}

    /**
     * @throws IOException where the file cannot be read
     */
    public CertificateAuthorities(Path path) throws IOException {
        this.file = new WatchedFile<>(path, CertificateAuthorities::read);
    }

    /** The file as it is now. */
    public String pem() {
        file.look();
        return file.current().text();
    }

    /**
     * @param reader makes the user of the leaf
     * @throws StatusException (401) where none of the authorities vouches for the client
     */
    UserInfo user(List<X509Certificate> chain, Function<X509Certificate, UserInfo> reader) {
        Content content = file.current();
        return content.known()
                .user(
                        chain,
                        verified -> {
                            verify(verified, content.anchors());
                            return reader.apply(verified.getFirst());
                        });
    }

    private static void verify(List<X509Certificate> chain, Set<TrustAnchor> anchors) {
        try {
            List<String> uses = chain.getFirst().getExtendedKeyUsage();
            if (uses != null && !uses.contains(CLIENT_AUTH) && !uses.contains(ANY_USE)) {
                throw StatusException.unauthorized();
            }
            PKIXParameters parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509").generateCertPath(chain),
                            parameters);
        } catch (GeneralSecurityException _) {
            throw StatusException.unauthorized();
        }
    }

    private static Content read(byte[] content) throws IOException {
        String text = new String(content, StandardCharsets.UTF_8);
        Set<TrustAnchor> anchors =
                Pem.certificates(text).stream()
                        .map(certificate -> new TrustAnchor(certificate, null))
                        .collect(Collectors.toSet());
        if (anchors.isEmpty()) {
            throw new IOException("data does not contain any valid certificates");
        }
        return new Content(text, anchors, new VerifiedChains(InstantSource.system()));
    }
}
