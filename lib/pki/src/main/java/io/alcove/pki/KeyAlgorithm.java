package io.alcove.pki;

import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.spec.ECGenParameterSpec;

/** What a key is made of, and how a certificate is signed with it. */
public enum KeyAlgorithm {
    /** P-256: the cheapest handshake, for everything between Alcove's own services. */
    EC("EC", "SHA256withECDSA"),
    /** 2048 bits: for kubeconfigs and service account keys, which clients of all ages read. */
    RSA("RSA", "SHA256withRSA");

    private static final int RSA_BITS = 2048;

    private final String keyName;
    private final String signatureName;

    KeyAlgorithm(String keyName, String signatureName) {
        this.keyName = keyName;
        this.signatureName = signatureName;
    }

    public KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(keyName);
            if (this == EC) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else {
                generator.initialize(RSA_BITS);
            }
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
            throw new PkiException("the JDK cannot make a key of " + keyName, e);
        }
    }

    String signatureName() {
        return signatureName;
    }

    static KeyAlgorithm of(java.security.Key key) {
        return key.getAlgorithm().equals("RSA") ? RSA : EC;
    }
}
