package io.alcove.pki;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

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

    @Override
    public String toString() {
        return "Credential[" + certificate.getSubjectX500Principal() + "]";
    }
}
