package io.alcove.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** May this user do this? */
record AuthorizationRow(String user, List<String> groups, ObjectNode attributes) {

    private static final String PATH = "/apis/authorization.k8s.io/v1/subjectaccessreviews";

    String ask(TestServer server) throws IOException, InterruptedException {
        ObjectNode review = JsonNodeFactory.instance.objectNode();
        review.put("apiVersion", "authorization.k8s.io/v1").put("kind", "SubjectAccessReview");
        ObjectNode spec = review.putObject("spec").put("user", user);
        groups.forEach(spec.putArray("groups")::add);
        spec.set(
                attributes.has("path") ? "nonResourceAttributes" : "resourceAttributes",
                attributes);
        Map<String, String> headers =
                Map.of("Content-Type", "application/json", "Accept", "application/json");
        Answer answer =
                server.send(
                        new Step("POST", PATH, Caller.ADMIN, headers, review.toString(), Map.of()));
        return answer.code() + " " + verdict(answer.body().path("status"));
    }

    /** Which of several bindings allows is by chance, so only refusals tell why. */
    private static String verdict(JsonNode status) {
        return status.path("allowed").asBoolean() ? "allowed" : status.toString();
    }
}
