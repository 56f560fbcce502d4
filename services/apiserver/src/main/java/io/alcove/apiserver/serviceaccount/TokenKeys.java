package io.alcove.apiserver.serviceaccount;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of --service-account-signing-key-file and --service-account-key-file. Where only the
 * first is given, it also verifies.
 */
public final class TokenKeys {

    private final List<TokenKey> verifying;
    private final @Nullable SigningKey signing;

    /** A private key and what verifies it. */
    record SigningKey(PrivateKey key, TokenKey verifier) {

        byte[] sign(byte[] content) {
            try {
                return signed(key, verifier.algorithm(), content);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the token key does not sign", e);
            }
        }

        /** The key does not show. */
        @Override
        public String toString() {
            return "SigningKey[" + verifier.id() + "]";
        }
    }

    private TokenKeys(List<TokenKey> verifying, @Nullable SigningKey signing) {
        this.verifying = List.copyOf(verifying);
        this.signing = signing;
    }

    /**
     * @throws IOException where a file cannot be read, or an elliptic signing key comes without its
     *     public key
     */
    public static TokenKeys read(Optional<Path> signingFile, List<Path> verifyingFiles)
            throws IOException {
        List<TokenKey> verifying = new ArrayList<>();
        for (Path file : verifyingFiles) {
            addAll(verifying, new KeyFile(file).publicKeys());
        }
        if (signingFile.isEmpty()) {
            return new TokenKeys(verifying, null);
        }
        KeyFile file = new KeyFile(signingFile.get());
        PrivateKey key = file.privateKey();
        List<TokenKey> candidates = new ArrayList<>(verifying);
        if (verifying.isEmpty() || key.getAlgorithm().equals("RSA")) {
            addAll(candidates, file.publicKeys());
        }
        TokenKey verifier =
                candidates.stream()
                        .filter(candidate -> belong(key, candidate))
                        .findFirst()
                        .orElseThrow(
                                () -> new IOException("no public key belongs to " + signingFile));
        return new TokenKeys(
                verifying.isEmpty() ? List.of(verifier) : verifying, new SigningKey(key, verifier));
    }

    List<TokenKey> verifying() {
        return verifying;
    }

    Optional<SigningKey> signing() {
        return Optional.ofNullable(signing);
    }

    private static void addAll(List<TokenKey> keys, List<PublicKey> more) {
        more.stream().map(TokenKey::of).filter(key -> !keys.contains(key)).forEach(keys::add);
    }

    private static boolean belong(PrivateKey key, TokenKey candidate) {
        byte[] probe = "probe".getBytes(StandardCharsets.US_ASCII);
        try {
            return candidate.verifies(probe, signed(key, candidate.algorithm(), probe));
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static byte[] signed(PrivateKey key, SignatureAlgorithm algorithm, byte[] content)
            throws GeneralSecurityException {
        Signature signer = Signature.getInstance(algorithm.signatureName());
        signer.initSign(key);
        signer.update(content);
        return signer.sign();
    }
}
