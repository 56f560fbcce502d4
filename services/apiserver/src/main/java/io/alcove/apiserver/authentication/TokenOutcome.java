package io.alcove.apiserver.authentication;

import io.alcove.apiserver.request.UserInfo;
import java.util.List;

/** What a bearer token turns out to be. */
public sealed interface TokenOutcome {

    /**
     * @param audiences those of the asked ones that the token is for
     */
    record Known(UserInfo user, List<String> audiences) implements TokenOutcome {}

    /** Not of the kind that was asked; of no kind, where all were asked. */
    record Unknown() implements TokenOutcome {}

    /** Of the kind that was asked, and not good. */
    record Invalid(String why) implements TokenOutcome {}
}
