package io.alcove.apiserver.pipeline;

import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.authentication.Authenticator;
import io.alcove.apiserver.authentication.Credentials;
import io.alcove.apiserver.authorization.Authorizer;
import io.alcove.apiserver.authorization.Decision;
import io.alcove.apiserver.authorization.Forbidden;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks the authenticators, then the authorizers, each in their order; the first that knows decides.
 */
public final class Access implements AccessControl {

    private final List<Authenticator> authenticators;
    private final List<Authorizer> authorizers;
    private final boolean anonymous;

    /**
     * @param anonymous whether who presents nothing is system:anonymous, or refused
     */
    public Access(
            List<Authenticator> authenticators, List<Authorizer> authorizers, boolean anonymous) {
        this.authenticators = List.copyOf(authenticators);
        this.authorizers = List.copyOf(authorizers);
        this.anonymous = anonymous;
    }

    @Override
    public UserInfo authenticate(Credentials credentials) {
        for (Authenticator authenticator : authenticators) {
            Optional<UserInfo> user = authenticator.authenticate(credentials);
            if (user.isPresent()) {
                return authenticated(user.get());
            }
        }
        if (!anonymous || credentials.bearerToken().isPresent()) {
            throw StatusException.unauthorized();
        }
        return UserInfo.anonymous();
    }

    @Override
    public void authorize(UserInfo user, RequestInfo request) {
        List<String> reasons = new ArrayList<>();
        for (Authorizer authorizer : authorizers) {
            switch (authorizer.authorize(user, request)) {
                case Decision.Allowed _ -> {
                    return;
                }
                case Decision.Denied(String reason) -> throw Forbidden.of(user, request, reason);
                case Decision.NoOpinion(String reason) -> {
                    if (!reason.isEmpty()) {
                        reasons.add(reason);
                    }
                }
            }
        }
        if (request.verb().isEmpty()) {
            throw new StatusException(
                    Status.of(
                            StatusReason.METHOD_NOT_ALLOWED,
                            "the server does not allow this method on the requested resource"));
        }
        throw Forbidden.of(user, request, String.join("\n", reasons));
    }

    private static UserInfo authenticated(UserInfo user) {
        if (user.isIn(UserInfo.GROUP_AUTHENTICATED) || user.isIn(UserInfo.GROUP_UNAUTHENTICATED)) {
            return user;
        }
        List<String> groups = new ArrayList<>(user.groups());
        groups.add(UserInfo.GROUP_AUTHENTICATED);
        return new UserInfo(user.name(), user.uid(), groups, user.extra());
    }
}
