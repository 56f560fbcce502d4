package io.alcove.apiserver.serviceaccount;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * An object that a token names.
 *
 * @param uid empty where only the name was known
 */
record BoundObject(String name, String uid) {

    static Optional<BoundObject> of(JsonNode claim) {
        return claim.isObject()
                ? Optional.of(
                        new BoundObject(
                                claim.path("name").asText(""), claim.path("uid").asText("")))
                : Optional.empty();
    }

    ObjectNode claim() {
        ObjectNode claim = JsonNodeFactory.instance.objectNode().put("name", name);
        return uid.isEmpty() ? claim : claim.put("uid", uid);
    }
}
