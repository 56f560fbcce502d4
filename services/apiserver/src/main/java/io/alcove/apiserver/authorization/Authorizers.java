package io.alcove.apiserver.authorization;

import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import java.util.ArrayList;
import java.util.List;

/** Several authorizers in their order: the first with an opinion decides. */
public final class Authorizers implements Authorizer {

    private final List<Authorizer> authorizers;

    public Authorizers(List<Authorizer> authorizers) {
        this.authorizers = List.copyOf(authorizers);
    }

    @Override
    public Decision authorize(UserInfo user, RequestInfo request) {
        List<String> reasons = new ArrayList<>();
        for (Authorizer authorizer : authorizers) {
            switch (authorizer.authorize(user, request)) {
                case Decision.Allowed allowed -> {
                    return allowed;
                }
                case Decision.Denied denied -> {
                    return denied;
                }
                case Decision.NoOpinion(String reason) -> {
                    if (!reason.isEmpty()) {
                        reasons.add(reason);
                    }
                }
            }
        }
        return new Decision.NoOpinion(String.join("\n", reasons));
    }
}
