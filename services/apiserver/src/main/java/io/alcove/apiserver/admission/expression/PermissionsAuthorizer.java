package io.alcove.apiserver.admission.expression;

import io.alcove.apiserver.admission.Permissions;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import io.alcove.cel.library.Authorizers.Authorizer;
import io.alcove.cel.library.Authorizers.Decision;
import io.alcove.cel.library.Authorizers.ResourceQuestion;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lets expressions ask the server's authorizer for a user. It is not told why it decides so. */
record PermissionsAuthorizer(Permissions permissions, UserInfo user) implements Authorizer {

    private Decision decision(RequestInfo asked) {
        return new Decision(permissions.allows(user, asked), "", "");
    }

    @Override
    public Decision path(String path, String verb) {
        return decision(RequestInfo.nonResource(verb.toLowerCase(Locale.ROOT), path));
    }

    @Override
    public Decision resource(ResourceQuestion q) {
        return decision(
                new RequestInfo(
                        q.verb(),
                        "",
                        q.group(),
                        "*",
                        q.resource(),
                        q.subresource(),
                        q.namespace(),
                        q.name()));
    }

    @Override
    public Authorizer as(String namespace, String serviceAccount) {
        UserInfo account =
                new UserInfo(
                        "system:serviceaccount:" + namespace + ":" + serviceAccount,
                        "",
                        List.of("system:serviceaccounts", "system:serviceaccounts:" + namespace),
                        Map.of());
        return new PermissionsAuthorizer(permissions, account.authenticated());
    }
}
