package io.alcove.conformance;

import java.util.Optional;

/** Who sends a request. */
enum Caller {
    /** system:masters, by client certificate. */
    ADMIN(Optional.empty()),
    /** Known by a static token, without any rights. */
    STRANGER(Optional.of("stranger-token")),
    /** With a token that nobody knows. */
    UNKNOWN(Optional.of("no-such-token")),
    /** With nothing at all. */
    NOBODY(Optional.empty());

    /** The file of static tokens that both servers are started with. */
    static final String TOKENS =
            """
            stranger-token,stranger,1000,"strangers"
            admin-token,administrator,1001,"system:masters"
            """;

    private final Optional<String> token;

    Caller(Optional<String> token) {
        this.token = token;
    }

    Optional<String> token() {
        return token;
    }

    boolean hasCertificate() {
        return this == ADMIN;
    }
}
