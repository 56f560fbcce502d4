package io.alcove.apiserver.oidc;

import io.alcove.apiserver.authentication.TokenAuthenticator;
import io.alcove.apiserver.authentication.TokenOutcome;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The issuers of a configuration. Where that changes, the new ones take over once all of them are
 * found; until then the old ones go on.
 */
public final class OidcIssuers implements TokenAuthenticator {

    private final Supplier<AuthenticationConfiguration> configuration;
    private final List<String> apiAudiences;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Generation current;
    private volatile Generation newest;

    private record Generation(
            AuthenticationConfiguration configuration,
            List<IssuerKeys> keys,
            List<OidcTokens> tokens) {

        boolean isStarted() {
            return keys.stream().allMatch(IssuerKeys::isStarted);
        }
    }

    public OidcIssuers(
            Supplier<AuthenticationConfiguration> configuration,
            List<String> apiAudiences,
            InstantSource clock) {
        this.configuration = configuration;
        this.apiAudiences = List.copyOf(apiAudiences);
        this.clock = clock;
        this.current = generation(configuration.get());
        this.newest = current;
    }

    @Override
    public TokenOutcome authenticate(String token, List<String> audiences) {
        for (OidcTokens issuer : present().tokens()) {
            TokenOutcome outcome = issuer.authenticate(token, audiences);
            if (!(outcome instanceof TokenOutcome.Unknown)) {
                return outcome;
            }
        }
        return new TokenOutcome.Unknown();
    }

    /** Returns once the keys of all issuers were fetched, or that failed. */
    void awaitStart() {
        newest.keys().forEach(IssuerKeys::awaitFirst);
    }

    private Generation present() {
        AuthenticationConfiguration wanted = configuration.get();
        if (!wanted.equals(newest.configuration()) || !newest.equals(current)) {
            renew(wanted);
        }
        return current;
    }

    private void renew(AuthenticationConfiguration wanted) {
        lock.lock();
        try {
            if (!wanted.equals(newest.configuration())) {
                if (!newest.equals(current)) {
                    newest.tokens().forEach(OidcTokens::close);
                }
                newest = generation(wanted);
            }
            if (!newest.equals(current) && newest.isStarted()) {
                current.tokens().forEach(OidcTokens::close);
                current = newest;
            }
        } finally {
            lock.unlock();
        }
    }

    private Generation generation(AuthenticationConfiguration from) {
        List<IssuerKeys> keys = from.issuers().stream().map(IssuerKeys::new).toList();
        List<OidcTokens> tokens =
                keys.stream()
                        .map(k -> new OidcTokens(k.settings(), k, apiAudiences, clock))
                        .toList();
        return new Generation(from, keys, tokens);
    }
}
