package io.alcove.apiserver.serviceaccount;

import io.alcove.apiserver.authentication.TokenMemory;
import java.util.List;
import java.util.Optional;

/** Whether one of the keys signed a token, which is remembered for a while. */
final class Signatures {

    private final TokenKeys keys;
    private final TokenMemory<Boolean> good = new TokenMemory<>(TokenMemory.LONG);

    Signatures(TokenKeys keys) {
        this.keys = keys;
    }

    /** Empty where the signature is good. */
    Optional<String> refusal(String text, JsonWebToken token) {
        if (good.get(text).isPresent()) {
            return Optional.empty();
        }
        List<TokenKey> candidates =
                keys.verifying().stream()
                        .filter(key -> token.keyId().isEmpty() || key.id().equals(token.keyId()))
                        .toList();
        if (candidates.isEmpty()) {
            return Optional.of("invalid signature, no keys found");
        }
        if (candidates.stream().noneMatch(token::isSignedBy)) {
            return Optional.of("go-jose/go-jose: error in cryptographic primitive");
        }
        good.put(text, true);
        return Optional.empty();
    }
}
