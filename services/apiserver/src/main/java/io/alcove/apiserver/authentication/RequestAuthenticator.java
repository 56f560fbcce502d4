package io.alcove.apiserver.authentication;

import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.request.UserInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All ways to tell who a caller is. The first that knows the caller decides, also where another one
 * refused; who is refused and known to none is not anonymous.
 */
public final class RequestAuthenticator {

    private final List<Authenticator> authenticators;
    private final Supplier<AnonymousAccess> anonymous;

    /**
     * @param anonymous where who presents nothing is system:anonymous, and not refused
     */
    public RequestAuthenticator(
            List<Authenticator> authenticators, Supplier<AnonymousAccess> anonymous) {
        this.authenticators = List.copyOf(authenticators);
        this.anonymous = anonymous;
    }

    /**
     * @throws StatusException 401
     */
    public UserInfo authenticate(Credentials credentials) {
        boolean refused = credentials.bearerToken().isPresent();
        for (Authenticator authenticator : authenticators) {
            try {
                Optional<UserInfo> user = authenticator.authenticate(credentials);
                if (user.isPresent()) {
                    return user.get().authenticated();
                }
            } catch (StatusException e) {
                if (!e.is(StatusReason.UNAUTHORIZED)) {
                    throw e;
                }
                refused = true;
            }
        }
        if (refused || !anonymous.get().allows(credentials.path())) {
            throw StatusException.unauthorized();
        }
        return UserInfo.anonymous();
    }
}
