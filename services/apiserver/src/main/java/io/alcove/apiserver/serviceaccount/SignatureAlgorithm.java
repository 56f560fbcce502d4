package io.alcove.apiserver.serviceaccount;

/** The alg of a token. */
public enum SignatureAlgorithm {
    RS256("SHA256withRSA", ""),
    ES256("SHA256withECDSAinP1363Format", "P-256"),
    ES384("SHA384withECDSAinP1363Format", "P-384"),
    ES512("SHA512withECDSAinP1363Format", "P-521");

    private static final int P_256 = 256;
    private static final int P_384 = 384;
    private static final int P_521 = 521;

    private final String signatureName;
    private final String curve;

    SignatureAlgorithm(String signatureName, String curve) {
        this.signatureName = signatureName;
        this.curve = curve;
    }

    String signatureName() {
        return signatureName;
    }

    String curve() {
        return curve;
    }

    static SignatureAlgorithm ofCurve(int bits) {
        return switch (bits) {
            case P_256 -> ES256;
            case P_384 -> ES384;
            case P_521 -> ES512;
            default -> throw new IllegalArgumentException("unknown private key curve of " + bits);
        };
    }
}
