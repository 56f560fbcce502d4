package io.alcove.apiserver.kinds.warning;

import io.alcove.apiserver.kinds.validation.Inspection;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Of Secrets whose certificate and key are none, or are of two minds. */
final class TlsPairs {

    private record Block(String type, byte[] bytes) {}

    private static final Pattern BLOCK =
            Pattern.compile(
                    "-----BEGIN ([A-Z0-9 ]+)-----\\s*([A-Za-z0-9+/=\\s]*)-----END \\1-----");
    private static final byte[] PROBE = "probe".getBytes(StandardCharsets.US_ASCII);

    private TlsPairs() {}

    static void check(Inspection secret, Consumer<String> texts) {
        if (secret.field("type").is("kubernetes.io/tls")) {
            String problem = problem(blocks(secret, "tls.crt"), blocks(secret, "tls.key"));
            if (!problem.isEmpty()) {
                texts.accept(problem);
            }
        }
    }

    private static String problem(List<Block> certificates, List<Block> keys) {
        if (certificates.isEmpty()) {
            return "tls: failed to find any PEM data in certificate input";
        }
        List<Block> real =
                certificates.stream().filter(b -> b.type().equals("CERTIFICATE")).toList();
        if (real.isEmpty()) {
            return certificates.size() == 1 && isKey(certificates.getFirst())
                    ? "tls: failed to find certificate PEM data in certificate input, but did find"
                            + " a private key; PEM inputs may have been switched"
                    : "tls: failed to find \"CERTIFICATE\" PEM block in certificate input after"
                            + " skipping PEM blocks of the following types: ["
                            + String.join(" ", certificates.stream().map(Block::type).toList())
                            + "]";
        }
        if (keys.isEmpty()) {
            return "tls: failed to find any PEM data in key input";
        }
        if (keys.stream().noneMatch(TlsPairs::isKey)) {
            return keys.size() == 1 && keys.getFirst().type().equals("CERTIFICATE")
                    ? "tls: found a certificate rather than a key in the PEM for the private key"
                    : "tls: failed to find PEM block with type ending in \"PRIVATE KEY\" in key"
                            + " input after skipping PEM blocks of the following types: ["
                            + String.join(" ", keys.stream().map(Block::type).toList())
                            + "]";
        }
        Block key = keys.stream().filter(TlsPairs::isKey).findFirst().orElseThrow();
        return matches(real.getFirst(), key) ? "" : "tls: private key does not match public key";
    }

    private static boolean isKey(Block block) {
        return block.type().endsWith("PRIVATE KEY");
    }

    /** Only keys in PKCS #8 are compared; others are taken to match. */
    private static boolean matches(Block certificate, Block key) {
        if (!key.type().equals("PRIVATE KEY")) {
            return true;
        }
        try {
            PublicKey open =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(certificate.bytes()))
                            .getPublicKey();
            PrivateKey secret =
                    KeyFactory.getInstance(open.getAlgorithm())
                            .generatePrivate(new PKCS8EncodedKeySpec(key.bytes()));
            Signature signature =
                    Signature.getInstance(
                            switch (open.getAlgorithm()) {
                                case "RSA" -> "SHA256withRSA";
                                case "EC" -> "SHA256withECDSA";
                                default -> open.getAlgorithm();
                            });
            signature.initSign(secret);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(open);
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static List<Block> blocks(Inspection secret, String name) {
        List<Block> blocks = new ArrayList<>();
        try {
            byte[] bytes = Base64.getDecoder().decode(secret.at("data", name).text());
            Matcher block = BLOCK.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
            while (block.find()) {
                blocks.add(
                        new Block(block.group(1), Base64.getMimeDecoder().decode(block.group(2))));
            }
        } catch (IllegalArgumentException _) {
            return blocks;
        }
        return blocks;
    }
}
