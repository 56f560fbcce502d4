package io.alcove.apiserver.pipeline;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.authentication.Credentials;
import io.alcove.apiserver.authentication.RequestAuthenticator;
import io.alcove.apiserver.authorization.Authorizer;
import io.alcove.apiserver.authorization.Decision;
import io.alcove.apiserver.authorization.Forbidden;
import io.alcove.apiserver.authorization.rbac.GrantRules;
import io.alcove.apiserver.registry.Registry;
import io.alcove.apiserver.registry.VirtualResources;
import io.alcove.apiserver.request.RequestContext;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks the authenticators, then the authorizers. */
public final class Access implements AccessControl {

    private final RequestAuthenticator authenticator;
    private final Authorizer authorizer;
    private final GrantRules grants;
    private final VirtualResources answers;
    private final List<PublishedDocument> documents;
    private final Consumer<Registry> onStart;

    /**
     * @param onStart is given the registry once there is one
     */
    public Access(
            RequestAuthenticator authenticator,
            Authorizer authorizer,
            GrantRules grants,
            VirtualResources answers,
            List<PublishedDocument> documents,
            Consumer<Registry> onStart) {
        this.authenticator = authenticator;
        this.authorizer = authorizer;
        this.grants = grants;
        this.answers = answers;
        this.documents = List.copyOf(documents);
        this.onStart = onStart;
    }

    @Override
    public UserInfo authenticate(Credentials credentials) {
        return authenticator.authenticate(credentials);
    }

    @Override
    public String authorize(UserInfo user, RequestInfo request) {
        Decision decision = authorizer.authorize(user, request);
        if (decision instanceof Decision.Allowed) {
            return decision.reason();
        }
        if (!decision.error().isEmpty()) {
            throw new AccessFailedException(decision.error());
        }
        throw decision instanceof Decision.NoOpinion && request.verb().isEmpty()
                ? methodNotAllowed()
                : Forbidden.of(user, request, decision.reason());
    }

    @Override
    public void authorizeWrite(RequestContext context, ApiObject object, Optional<ApiObject> old) {
        grants.check(context, object, old);
    }

    @Override
    public VirtualResources answers() {
        return answers;
    }

    @Override
    public List<PublishedDocument> documents() {
        return documents;
    }

    @Override
    public void started(Registry registry) {
        onStart.accept(registry);
    }

    private static StatusException methodNotAllowed() {
        return new StatusException(
                Status.general(
                        StatusReason.METHOD_NOT_ALLOWED,
                        "the server does not allow this method on the requested resource"));
    }
}
