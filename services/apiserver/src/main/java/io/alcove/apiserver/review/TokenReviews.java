package io.alcove.apiserver.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.authentication.BearerTokens;
import io.alcove.apiserver.authentication.TokenOutcome;
import io.alcove.apiserver.registry.VirtualResource;
import java.util.List;

/** tokenreviews: whose a token is. */
final class TokenReviews implements VirtualResource {

    private final BearerTokens tokens;

    TokenReviews(BearerTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public ApiObject create(Request request) {
        String token = request.body().text("spec", "token");
        if (token.isEmpty()) {
            throw StatusException.badRequest("token is required for TokenReview in authentication");
        }
        List<String> asked = request.body().textList("spec", "audiences");
        List<String> audiences = asked.isEmpty() ? tokens.apiAudiences() : asked;
        ApiObject answer = request.body().copy();
        ObjectNode status = answer.node().putObject("status");
        switch (tokens.authenticate(token, audiences)) {
            case TokenOutcome.Known known -> {
                status.put("authenticated", true);
                status.set("user", UserNodes.of(known.user().authenticated()));
                status.set("audiences", UserNodes.list(known.audiences()));
            }
            case TokenOutcome.Invalid(String why) -> refuse(status, why);
            case TokenOutcome.Unknown _ -> refuse(status, "invalid bearer token");
        }
        return answer;
    }

    private static void refuse(ObjectNode status, String why) {
        status.putObject("user");
        status.put("error", why);
    }
}
