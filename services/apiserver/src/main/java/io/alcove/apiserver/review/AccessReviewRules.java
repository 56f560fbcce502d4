package io.alcove.apiserver.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusCause;
import java.util.ArrayList;
import java.util.List;

/** What an access review has to say, with upstream's complaints. */
final class AccessReviewRules {

    private AccessReviewRules() {}

    static List<StatusCause> causes(AccessReviewKind kind, ApiObject review) {
        List<StatusCause> causes = new ArrayList<>();
        JsonNode spec = review.at("spec");
        JsonNode resource = spec.path("resourceAttributes");
        JsonNode path = spec.path("nonResourceAttributes");
        if (resource.isObject() && path.isObject()) {
            causes.add(
                    invalid(
                            "spec.nonResourceAttributes",
                            "{\"Path\":\"%s\",\"Verb\":\"%s\"}"
                                    .formatted(
                                            path.path("path").asText(""),
                                            path.path("verb").asText("")),
                            "cannot be specified in combination with resourceAttributes"));
        }
        if (!resource.isObject() && !path.isObject()) {
            causes.add(
                    invalid(
                            "spec.resourceAttributes",
                            "null",
                            "exactly one of nonResourceAttributes or resourceAttributes must be"
                                    + " specified"));
        }
        if (kind != AccessReviewKind.SELF
                && spec.path("user").asText("").isEmpty()
                && spec.path("groups").isEmpty()) {
            causes.add(
                    invalid(
                            "spec.user",
                            "\"\"",
                            "at least one of user or group must be specified"));
        }
        causes.addAll(ReviewedSelectors.causes(resource));
        if (kind == AccessReviewKind.ANYONE_IN_NAMESPACE) {
            addLocal(causes, review, resource, path);
        }
        return causes;
    }

    private static void addLocal(
            List<StatusCause> causes, ApiObject review, JsonNode resource, JsonNode path) {
        String namespace = resource.path("namespace").asText("");
        if (resource.isObject() && !namespace.equals(review.namespace())) {
            causes.add(
                    invalid(
                            "spec.resourceAttributes.namespace",
                            "\"" + namespace + "\"",
                            "must match metadata.namespace"));
        }
        if (path.isObject()) {
            causes.add(
                    invalid(
                            "spec.nonResourceAttributes",
                            path.toString(),
                            "disallowed on this kind of request"));
        }
    }

    private static StatusCause invalid(String field, String value, String why) {
        return new StatusCause("FieldValueInvalid", "Invalid value: " + value + ": " + why, field);
    }
}
