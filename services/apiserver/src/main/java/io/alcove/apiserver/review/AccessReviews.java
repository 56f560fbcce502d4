package io.alcove.apiserver.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.authorization.Authorizer;
import io.alcove.apiserver.authorization.Decision;
import io.alcove.apiserver.registry.VirtualResource;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import java.util.ArrayList;
import java.util.List;

/** The three reviews that ask whether somebody may do something. */
final class AccessReviews implements VirtualResource {

    /** Without a kind, as upstream blames it. */
    private static final GroupKind BLAMED = new GroupKind("authorization.k8s.io", "");

    private final AccessReviewKind kind;
    private final Authorizer authorizer;

    AccessReviews(AccessReviewKind kind, Authorizer authorizer) {
        this.kind = kind;
        this.authorizer = authorizer;
    }

    @Override
    public ApiObject create(Request request) {
        ApiObject answer = request.body().copy();
        List<StatusCause> causes = AccessReviewRules.causes(kind, answer);
        if (!causes.isEmpty()) {
            throw StatusException.invalid(BLAMED, "", causes);
        }
        JsonNode spec = answer.at("spec");
        UserInfo user =
                kind == AccessReviewKind.SELF ? request.context().user() : UserNodes.user(spec);
        answer.node().set("status", status(spec, user));
        return answer;
    }

    ObjectNode status(JsonNode spec, UserInfo user) {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        RequestInfo asked = asked(spec);
        Decision decision = authorizer.authorize(user, asked);
        status.put("allowed", decision instanceof Decision.Allowed);
        if (decision instanceof Decision.Denied) {
            status.put("denied", true);
        }
        if (!decision.reason().isEmpty()) {
            status.put("reason", decision.reason());
        }
        List<String> errors = new ArrayList<>();
        if (!decision.error().isEmpty()) {
            errors.add(decision.error());
        }
        errors.addAll(ReviewedSelectors.errors(asked.selectors()));
        if (!errors.isEmpty()) {
            status.put("evaluationError", String.join("; ", errors));
        }
        return status;
    }

    private static RequestInfo asked(JsonNode spec) {
        JsonNode path = spec.path("nonResourceAttributes");
        if (path.isObject()) {
            return RequestInfo.nonResource(text(path, "verb"), text(path, "path"));
        }
        JsonNode resource = spec.path("resourceAttributes");
        return new RequestInfo(
                        text(resource, "verb"),
                        "",
                        text(resource, "group"),
                        text(resource, "version").isEmpty() ? "*" : text(resource, "version"),
                        text(resource, "resource"),
                        text(resource, "subresource"),
                        text(resource, "namespace"),
                        text(resource, "name"))
                .withSelectors(ReviewedSelectors.of(resource));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
