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
        List<String> errors = new ArrayList<>();
        for (Authorizer authorizer : authorizers) {
            Decision decision = authorizer.authorize(user, request);
            if (!(decision instanceof Decision.NoOpinion)) {
                return decision;
            }
            addUnlessEmpty(reasons, decision.reason());
            addUnlessEmpty(errors, decision.error());
        }
        return new Decision.NoOpinion(
                String.join("\n", reasons),
                errors.size() > 1
                        ? "[" + String.join(", ", errors) + "]"
                        : String.join("", errors));
    }

    private static void addUnlessEmpty(List<String> texts, String text) {
        if (!text.isEmpty()) {
            texts.add(text);
        }
    }
}
