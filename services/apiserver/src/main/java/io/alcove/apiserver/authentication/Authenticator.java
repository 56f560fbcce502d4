package io.alcove.apiserver.authentication;

import io.alcove.apiserver.request.UserInfo;
import java.util.Optional;

/** One way to tell who a caller is. */
public interface Authenticator {

    /**
     * Empty where the credentials are not of this authenticator's kind, so that the next one is
     * asked.
     *
     * @throws io.alcove.apimachinery.status.StatusException (401) where they are, and are wrong
     */
    Optional<UserInfo> authenticate(Credentials credentials);
}
