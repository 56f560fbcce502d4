package io.alcove.apiserver.authentication;

import java.util.List;

/** One kind of bearer token. */
public interface TokenAuthenticator {

    /**
     * @param audiences for one of which the token has to be
     */
    TokenOutcome authenticate(String token, List<String> audiences);
}
