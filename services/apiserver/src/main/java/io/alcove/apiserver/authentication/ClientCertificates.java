package io.alcove.apiserver.authentication;

import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.request.UserInfo;
import io.alcove.pki.Pem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.jspecify.annotations.Nullable;

/**
 * Client certificates that the authorities of --client-ca-file signed: the common name is the user,
 * each organization a group. The file is read again when it changes.
 */
public final class ClientCertificates implements Authenticator {

    private static final String CREDENTIAL = "authentication.kubernetes.io/credential-id";
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final String ANY_USE = "2.5.29.37.0";

    private final Path authorityFile;
    private volatile @Nullable Authorities current;

    /**
     * @param known whom these authorities have been found to vouch for
     */
    private record Authorities(FileTime modified, Set<TrustAnchor> anchors, VerifiedChains known) {}

    /**
     * @throws IOException where the file cannot be read
     */
    public ClientCertificates(Path authorityFile) throws IOException {
        this.authorityFile = authorityFile;
        authorities();
    }

    @Override
    public Optional<UserInfo> authenticate(Credentials credentials) {
        if (credentials.clientCertificates().isEmpty()) {
            return Optional.empty();
        }
        try {
            Authorities trusted = authorities();
            return Optional.of(
                    trusted.known()
                            .user(
                                    credentials.clientCertificates(),
                                    chain -> {
                                        verify(chain, trusted.anchors());
                                        return user(chain.getFirst());
                                    }));
        } catch (IOException _) {
            throw StatusException.unauthorized();
        }
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

    private Authorities authorities() throws IOException {
        FileTime modified = Files.getLastModifiedTime(authorityFile);
        Authorities held = current;
        if (held == null || !held.modified().equals(modified)) {
            held =
                    new Authorities(
                            modified,
                            Pem.certificates(Files.readString(authorityFile)).stream()
                                    .map(certificate -> new TrustAnchor(certificate, null))
                                    .collect(Collectors.toSet()),
                            new VerifiedChains());
            current = held;
        }
        return held;
    }

    private static UserInfo user(X509Certificate certificate) {
        String name = "";
        List<String> groups = new ArrayList<>();
        try {
            LdapName subject = new LdapName(certificate.getSubjectX500Principal().getName());
            for (Rdn part : subject.getRdns()) {
                name = values(part, "CN").stream().reduce(name, (_, last) -> last);
                groups.addAll(values(part, "O"));
            }
        } catch (NamingException _) {
            throw StatusException.unauthorized();
        }
        if (name.isEmpty()) {
            throw StatusException.unauthorized();
        }
        return new UserInfo(name, "", groups, Map.of(CREDENTIAL, List.of(credential(certificate))));
    }

    /** As upstream names the certificate, so that what was done with it can be found. */
    private static String credential(X509Certificate certificate) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return "X509SHA256=" + HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK knows no SHA-256", e);
        }
    }

    /** A part may hold several values: Go writes all organizations into one. */
    private static List<String> values(Rdn part, String type) throws NamingException {
        List<String> values = new ArrayList<>();
        Attribute attribute = part.toAttributes().get(type);
        for (int i = 0; attribute != null && i < attribute.size(); i++) {
            values.add(String.valueOf(attribute.get(i)));
        }
        return values;
    }
}
