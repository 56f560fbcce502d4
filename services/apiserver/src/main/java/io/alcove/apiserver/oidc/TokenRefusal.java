package io.alcove.apiserver.oidc;

/** A token that is its issuer's, and not good. The message holds nothing secret of it. */
final class TokenRefusal extends Exception {

    private static final long serialVersionUID = 1;

    TokenRefusal(String message) {
        super(message);
    }
}
