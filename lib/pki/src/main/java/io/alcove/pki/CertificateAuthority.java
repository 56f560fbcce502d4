package io.alcove.pki;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A tenant's certificate authority. All trust between its services, and in its kubeconfigs, comes
 * from here.
 */
public final class CertificateAuthority {

    public static final Duration DEFAULT_VALIDITY = Duration.ofDays(3650);

    /** Clocks of the machines that check a certificate may be behind ours by this much. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final int SERIAL_BITS = 64;
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Credential credential;
    private final Clock clock;

    private CertificateAuthority(Credential credential, Clock clock) {
        this.credential = credential;
        this.clock = clock;
    }

    public static CertificateAuthority create(String commonName, Duration validity, Clock clock) {
        KeyPair keys = KeyAlgorithm.EC.generate();
        X500Name name = new X500NameBuilder().addRDN(BCStyle.CN, commonName).build();
        X509v3CertificateBuilder builder =
                builder(name, name, keys.getPublic(), validity, clock.instant());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(
                            KeyUsage.digitalSignature | KeyUsage.keyCertSign | KeyUsage.cRLSign));
        } catch (CertIOException e) {
            throw new PkiException("a certificate that cannot be encoded", e);
        }
        return new CertificateAuthority(sign(builder, keys, keys), clock);
    }

    public static CertificateAuthority of(Credential credential, Clock clock) {
        return new CertificateAuthority(credential, clock);
    }

    public Credential credential() {
        return credential;
    }

    public String certificatePem() {
        return credential.certificatePem();
    }

    /** A new key and its certificate, for both ends of TLS. */
    public Credential issue(LeafRequest request) {
        KeyPair keys = request.algorithm().generate();
        X500NameBuilder subject = new X500NameBuilder();
        request.organizations().forEach(o -> subject.addRDN(BCStyle.O, o));
        subject.addRDN(BCStyle.CN, request.commonName());
        X500Name issuer =
                X500Name.getInstance(
                        credential.certificate().getSubjectX500Principal().getEncoded());
        X509v3CertificateBuilder builder =
                builder(
                        issuer,
                        subject.build(),
                        keys.getPublic(),
                        request.validity(),
                        clock.instant());
        addLeafExtensions(builder, request.hosts());
        KeyPair issuerKeys =
                new KeyPair(credential.certificate().getPublicKey(), credential.privateKey());
        return sign(builder, issuerKeys, keys);
    }

    private static void addLeafExtensions(X509v3CertificateBuilder builder, List<String> hosts) {
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment));
            builder.addExtension(
                    Extension.extendedKeyUsage,
                    false,
                    new ExtendedKeyUsage(
                            new KeyPurposeId[] {
                                KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                            }));
            if (!hosts.isEmpty()) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(
                                hosts.stream()
                                        .map(CertificateAuthority::generalName)
                                        .toArray(GeneralName[]::new)));
            }
        } catch (CertIOException e) {
            throw new PkiException("a certificate that cannot be encoded", e);
        }
    }

    private static GeneralName generalName(String host) {
        boolean isAddress = ADDRESS.matcher(host).matches();
        return new GeneralName(isAddress ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, PublicKey key, Duration validity, Instant now) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS),
                Date.from(now.minus(CLOCK_SKEW)),
                Date.from(now.plus(validity)),
                subject,
                key);
    }

    private static Credential sign(
            X509v3CertificateBuilder builder, KeyPair issuerKeys, KeyPair subjectKeys) {
        try {
            String signature = KeyAlgorithm.of(issuerKeys.getPrivate()).signatureName();
            return new Credential(
                    new JcaX509CertificateConverter()
                            .getCertificate(
                                    builder.build(
                                            new JcaContentSignerBuilder(signature)
                                                    .build(issuerKeys.getPrivate()))),
                    subjectKeys.getPrivate());
        } catch (OperatorCreationException | CertificateException e) {
            throw new PkiException("a certificate that cannot be signed", e);
        }
    }
}
