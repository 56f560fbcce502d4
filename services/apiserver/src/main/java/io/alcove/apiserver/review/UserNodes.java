package io.alcove.apiserver.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apiserver.request.UserInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** authentication.k8s.io/v1 UserInfo, and the user of a SubjectAccessReview. */
final class UserNodes {

    private UserNodes() {}

    static ObjectNode of(UserInfo user) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("username", user.name());
        if (!user.uid().isEmpty()) {
            node.put("uid", user.uid());
        }
        if (!user.groups().isEmpty()) {
            node.set("groups", list(user.groups()));
        }
        if (!user.extra().isEmpty()) {
            ObjectNode extra = node.putObject("extra");
            new TreeMap<>(user.extra()).forEach((key, values) -> extra.set(key, list(values)));
        }
        return node;
    }

    /** The user that a spec names by user, uid, groups and extra. */
    static UserInfo user(JsonNode spec) {
        Map<String, List<String>> extra = new HashMap<>();
        spec.path("extra").properties().forEach(e -> extra.put(e.getKey(), texts(e.getValue())));
        return new UserInfo(
                spec.path("user").asText(""),
                spec.path("uid").asText(""),
                texts(spec.path("groups")),
                extra);
    }

    static ArrayNode list(List<String> texts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        texts.forEach(list::add);
        return list;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }
}
