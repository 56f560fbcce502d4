package io.alcove.pki;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** PEM texts of certificates (X.509) and keys (PKCS#8, SubjectPublicKeyInfo). */
public final class Pem {

    private static final int LINE_LENGTH = 64;
    private static final String PRIVATE_KEY = "PRIVATE KEY";

    private Pem() {}

    public static String encode(X509Certificate certificate) {
        try {
            return block("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new PkiException("a certificate that has no encoding", e);
        }
    }

    public static String encode(PrivateKey key) {
        return block(PRIVATE_KEY, key.getEncoded());
    }

    public static String encode(PublicKey key) {
        return block("PUBLIC KEY", key.getEncoded());
    }

    /** All certificates of a bundle, in its order. */
    public static List<X509Certificate> certificates(String pem) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(
                            new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw new PkiException("not a PEM certificate", e);
        }
    }

    /** The one key of a PKCS#8 text. */
    public static PrivateKey privateKey(String pem) {
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(content(pem, PRIVATE_KEY));
        for (String algorithm : List.of("EC", "RSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException _) {
                // of the other algorithm
            } catch (NoSuchAlgorithmException e) {
                throw new PkiException("the JDK knows no " + algorithm, e);
            }
        }
        throw new PkiException("a private key that is neither EC nor RSA");
    }

    private static byte[] content(String pem, String label) {
        String begin = "-----BEGIN " + label + "-----";
        int start = pem.indexOf(begin);
        int end = pem.indexOf("-----END " + label + "-----");
        if (start < 0 || end < start) {
            throw new PkiException("no " + label + " in PEM");
        }
        try {
            return Base64.getMimeDecoder().decode(pem.substring(start + begin.length(), end));
        } catch (IllegalArgumentException e) {
            throw new PkiException("a " + label + " that is not base64", e);
        }
    }

    private static String block(String label, byte[] content) {
        Base64.Encoder encoder =
                Base64.getMimeEncoder(LINE_LENGTH, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(label, encoder.encodeToString(content), label)
                .replace("\r", "");
    }
}
