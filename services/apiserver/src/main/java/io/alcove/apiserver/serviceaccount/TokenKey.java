package io.alcove.apiserver.serviceaccount;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;

/**
 * A key that verifies tokens.
 *
 * @param id as upstream makes the kid: the hash of the encoded key
 */
public record TokenKey(String id, SignatureAlgorithm algorithm, PublicKey key) {

    /**
     * @throws IllegalArgumentException where tokens cannot be signed by a key of its kind
     */
    public static TokenKey of(PublicKey key) {
        return new TokenKey(id(key), algorithm(key), key);
    }

    boolean verifies(byte[] content, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(algorithm.signatureName());
            verifier.initVerify(key);
            verifier.update(content);
            return verifier.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static String id(PublicKey key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK knows no SHA-256", e);
        }
    }

    private static SignatureAlgorithm algorithm(PublicKey key) {
        return switch (key) {
            case RSAPublicKey _ -> SignatureAlgorithm.RS256;
            case ECPublicKey ec ->
                    SignatureAlgorithm.ofCurve(ec.getParams().getCurve().getField().getFieldSize());
            default ->
                    throw new IllegalArgumentException(
                            "a token key of " + key.getAlgorithm() + " is not supported");
        };
    }
}
