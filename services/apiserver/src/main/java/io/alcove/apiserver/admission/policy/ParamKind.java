package io.alcove.apiserver.admission.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.GroupVersionKind;
import java.util.Optional;

/** The kind of the objects that parametrize a policy. */
record ParamKind(GroupVersionKind kind) {

    /** Empty where the policy takes no parameters. */
    static Optional<ParamKind> read(JsonNode spec) {
        JsonNode node = spec.path("paramKind");
        return node.isObject()
                ? Optional.of(
                        new ParamKind(
                                GroupVersionKind.of(
                                        node.path("apiVersion").asText(),
                                        node.path("kind").asText())))
                : Optional.empty();
    }
}
