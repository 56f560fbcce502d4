package io.alcove.apiserver.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jboss.logging.Logger;

/** A key of a JWKS document. */
record IssuerKey(String id, PublicKey key) {

    private static final Logger LOG = Logger.getLogger(IssuerKey.class);
    private static final int BYTE_BITS = 8;

    /** Those that can be used; others are left out. */
    static List<IssuerKey> list(JsonNode document) {
        List<IssuerKey> keys = new ArrayList<>();
        for (JsonNode key : document.path("keys")) {
            String use = key.path("use").asText("sig");
            if (use.equals("sig")) {
                try {
                    switch (key.path("kty").asText("")) {
                        case "RSA" -> keys.add(rsa(key));
                        case "EC" -> keys.add(ec(key));
                        default -> {}
                    }
                } catch (GeneralSecurityException | IllegalArgumentException e) {
                    LOG.warnf("key not read kid=%s cause=%s", key.path("kid"), e.getMessage());
                }
            }
        }
        return List.copyOf(keys);
    }

    boolean verifies(String algorithm, byte[] content, byte[] signature) {
        try {
            Signature verifier = verifier(algorithm);
            verifier.initVerify(key);
            verifier.update(content);
            return verifier.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static Signature verifier(String algorithm) throws GeneralSecurityException {
        String bits = algorithm.substring(2);
        return switch (algorithm.substring(0, 2)) {
            case "RS" -> Signature.getInstance("SHA" + bits + "withRSA");
            case "ES" -> Signature.getInstance("SHA" + bits + "withECDSAinP1363Format");
            default -> {
                Signature pss = Signature.getInstance("RSASSA-PSS");
                String hash = "SHA-" + bits;
                pss.setParameter(
                        new PSSParameterSpec(
                                hash,
                                "MGF1",
                                new MGF1ParameterSpec(hash),
                                Integer.parseInt(bits) / BYTE_BITS,
                                PSSParameterSpec.TRAILER_FIELD_BC));
                yield pss;
            }
        };
    }

    private static IssuerKey rsa(JsonNode key) throws GeneralSecurityException {
        return new IssuerKey(
                key.path("kid").asText(""),
                KeyFactory.getInstance("RSA")
                        .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e"))));
    }

    private static IssuerKey ec(JsonNode key) throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(
                new ECGenParameterSpec(
                        switch (key.path("crv").asText("")) {
                            case "P-256" -> "secp256r1";
                            case "P-384" -> "secp384r1";
                            case "P-521" -> "secp521r1";
                            default -> throw new IllegalArgumentException("an unknown curve");
                        }));
        return new IssuerKey(
                key.path("kid").asText(""),
                KeyFactory.getInstance("EC")
                        .generatePublic(
                                new ECPublicKeySpec(
                                        new ECPoint(number(key, "x"), number(key, "y")),
                                        parameters.getParameterSpec(ECParameterSpec.class))));
    }

    private static BigInteger number(JsonNode key, String field) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(field).asText("")));
    }
}
