package io.alcove.apiserver.authorization.rbac;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apiserver.request.UserInfo;

/** Whom a binding gives its role to. */
record Subject(String kind, String name, String namespace) {

    static Subject of(JsonNode node, String bindingNamespace) {
        String namespace = node.path("namespace").asText("");
        return new Subject(
                node.path("kind").asText(""),
                node.path("name").asText(""),
                namespace.isEmpty() ? bindingNamespace : namespace);
    }

    boolean is(UserInfo user) {
        return switch (kind) {
            case "User" -> user.name().equals(name);
            case "Group" -> user.isIn(name);
            case "ServiceAccount" ->
                    !namespace.isEmpty()
                            && user.name()
                                    .equals("system:serviceaccount:" + namespace + ":" + name);
            default -> false;
        };
    }

    String title() {
        String whole = kind.equals("ServiceAccount") ? name + "/" + namespace : name;
        return kind + " \"" + whole + "\"";
    }
}
