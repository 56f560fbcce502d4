package io.alcove.apiserver.authentication;

import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.request.UserInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All kinds of bearer tokens, for requests and for TokenReview. */
public final class BearerTokens implements Authenticator {

    private static final String UNKNOWN = "invalid bearer token";

    private final List<TokenAuthenticator> kinds;
    private final List<String> apiAudiences;

    /**
     * @param apiAudiences what a token of a request has to be for (--api-audiences)
     */
    public BearerTokens(List<TokenAuthenticator> kinds, List<String> apiAudiences) {
        this.kinds = List.copyOf(kinds);
        this.apiAudiences = List.copyOf(apiAudiences);
    }

    public List<String> apiAudiences() {
        return apiAudiences;
    }

    @Override
    public Optional<UserInfo> authenticate(Credentials credentials) {
        return credentials
                .bearerToken()
                .map(
                        token ->
                                switch (authenticate(token, apiAudiences)) {
                                    case TokenOutcome.Known known -> known.user();
                                    case TokenOutcome.Unknown _, TokenOutcome.Invalid _ ->
                                            throw StatusException.unauthorized();
                                });
    }

    /** Never {@link TokenOutcome.Unknown}: a token of no kind is invalid. */
    public TokenOutcome authenticate(String token, List<String> audiences) {
        List<String> reasons = new ArrayList<>(List.of(UNKNOWN));
        for (TokenAuthenticator kind : kinds) {
            switch (kind.authenticate(token, audiences)) {
                case TokenOutcome.Known known -> {
                    return known;
                }
                case TokenOutcome.Invalid(String why) -> reasons.add(why);
                case TokenOutcome.Unknown _ -> {}
            }
        }
        return new TokenOutcome.Invalid(
                reasons.size() == 1 ? UNKNOWN : "[" + String.join(", ", reasons) + "]");
    }
}
