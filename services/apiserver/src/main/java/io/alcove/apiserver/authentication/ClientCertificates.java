package io.alcove.apiserver.authentication;

import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.request.UserInfo;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * Client certificates that the authorities of --client-ca-file signed: the common name is the user,
 * each organization a group.
 */
public final class ClientCertificates implements Authenticator {

    private static final String CREDENTIAL = "authentication.kubernetes.io/credential-id";

    private final CertificateAuthorities authorities;

    public ClientCertificates(CertificateAuthorities authorities) {
        this.authorities = authorities;
    }

    @Override
    public Optional<UserInfo> authenticate(Credentials credentials) {
        if (credentials.clientCertificates().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                authorities.user(credentials.clientCertificates(), ClientCertificates::user));
    }

    private static UserInfo user(X509Certificate certificate) {
        String name = commonName(certificate);
        List<String> groups = new ArrayList<>();
        parts(certificate).forEach(part -> groups.addAll(values(part, "O")));
        if (name.isEmpty()) {
            throw StatusException.unauthorized();
        }
        return new UserInfo(name, "", groups, Map.of(CREDENTIAL, List.of(credential(certificate))));
    }

    /** Empty where there is none. */
    static String commonName(X509Certificate certificate) {
        String name = "";
        for (Rdn part : parts(certificate)) {
            name = values(part, "CN").stream().reduce(name, (_, last) -> last);
        }
        return name;
    }

    private static List<Rdn> parts(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName()).getRdns();
        } catch (NamingException _) {
            throw StatusException.unauthorized();
        }
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
    private static List<String> values(Rdn part, String type) {
        List<String> values = new ArrayList<>();
        try {
            Attribute attribute = part.toAttributes().get(type);
            for (int i = 0; attribute != null && i < attribute.size(); i++) {
                values.add(String.valueOf(attribute.get(i)));
            }
        } catch (NamingException _) {
            throw StatusException.unauthorized();
        }
        return values;
    }
}
