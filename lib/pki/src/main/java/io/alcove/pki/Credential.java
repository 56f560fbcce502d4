package io.alcove.pki;

import java.net.InetAddress;
import java.security.PrivateKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A certificate with its private key. Its text never shows the key. */
public record Credential(X509Certificate certificate, PrivateKey privateKey) {

    public static Credential parse(String certificatePem, String privateKeyPem) {
        return new Credential(
                Pem.certificates(certificatePem).getFirst(), Pem.privateKey(privateKeyPem));
    }

    public String certificatePem() {
        return Pem.encode(certificate);
    }

    public String privateKeyPem() {
        return Pem.encode(privateKey);
    }

    /** True in the last third of its life, when it is time for the next one. */
    public boolean isDueForRenewal(Instant now) {
        Instant start = certificate.getNotBefore().toInstant();
        Instant end = certificate.getNotAfter().toInstant();
        return now.isAfter(end.minus(Duration.between(start, end).dividedBy(3)));
    }

    /** Whether the certificate names each of these DNS names and IP addresses. */
    boolean serves(Collection<String> hosts) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            Set<String> served = new HashSet<>();
            for (List<?> name : names == null ? List.<List<?>>of() : names) {
                served.add(String.valueOf(name.get(1)));
            }
            return hosts.stream().map(Credential::asNamed).allMatch(served::contains);
        } catch (CertificateParsingException _) {
            return false;
        }
    }

    /** An address in the one form that the JDK prints it in. */
    private static String asNamed(String host) {
        return host.contains(":") ? InetAddress.ofLiteral(host).getHostAddress() : host;
    }

    @Override
    public String toString() {
        return "Credential[" + certificate.getSubjectX500Principal() + "]";
    }
}
