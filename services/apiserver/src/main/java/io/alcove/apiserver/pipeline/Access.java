package io.alcove.apiserver.pipeline;

import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.authentication.Credentials;
import io.alcove.apiserver.authentication.RequestAuthenticator;
import io.alcove.apiserver.authorization.Authorizer;
import io.alcove.apiserver.authorization.Decision;
import io.alcove.apiserver.authorization.Forbidden;
import io.alcove.apiserver.registry.VirtualResources;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;

/** Asks the authenticators, then the authorizers. */
public final class Access implements AccessControl {

    private final RequestAuthenticator authenticator;
    private final Authorizer authorizer;
    private final VirtualResources answers;

    public Access(
            RequestAuthenticator authenticator, Authorizer authorizer, VirtualResources answers) {
        this.authenticator = authenticator;
        this.authorizer = authorizer;
        this.answers = answers;
    }

    @Override
    public UserInfo authenticate(Credentials credentials) {
        return authenticator.authenticate(credentials);
    }

    @Override
    public void authorize(UserInfo user, RequestInfo request) {
        switch (authorizer.authorize(user, request)) {
            case Decision.Allowed _ -> {}
            case Decision.Denied(String reason) -> throw Forbidden.of(user, request, reason);
            case Decision.NoOpinion(String reason) -> throw refusal(user, request, reason);
        }
    }

    @Override
    public VirtualResources answers() {
        return answers;
    }

    private static StatusException refusal(UserInfo user, RequestInfo request, String reason) {
        if (request.verb().isEmpty()) {
            return new StatusException(
                    Status.general(
                            StatusReason.METHOD_NOT_ALLOWED,
                            "the server does not allow this method on the requested resource"));
        }
        return Forbidden.of(user, request, reason);
    }
}
