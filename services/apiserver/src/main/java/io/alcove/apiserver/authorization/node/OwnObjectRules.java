package io.alcove.apiserver.authorization.node;

import io.alcove.apiserver.authorization.Decision;
import io.alcove.apiserver.request.RequestInfo;
import java.util.Set;

/** The objects that bear a node's name: its Node, its lease, its CSINode. */
final class OwnObjectRules {

    private static final String LEASES = "kube-node-lease";
    private static final Set<String> VERBS = Set.of("get", "create", "update", "patch", "delete");

    private static final Decision ALLOWED = new Decision.Allowed("");
    private static final Decision REFUSED = new Decision.NoOpinion("");

    /** Whether the request is narrowed to what has the value in the field. */
    static boolean selects(RequestInfo request, String field, String value) {
        return request.selectors().fields().terms().stream()
                .anyMatch(t -> t.equal() && t.field().equals(field) && t.value().equals(value));
    }

    Decision lease(String node, RequestInfo request) {
        if (!VERBS.contains(request.verb())) {
            return refused("can only get, create, update, patch, or delete a node lease");
        }
        if (!request.namespace().equals(LEASES)) {
            return refused("can only access leases in the \"" + LEASES + "\" system namespace");
        }
        return isOwnOrNew(node, request)
                ? ALLOWED
                : refused("can only access node lease with the same name as the requesting node");
    }

    Decision csiNode(String node, RequestInfo request) {
        if (!VERBS.contains(request.verb())) {
            return refused("can only get, create, update, patch, or delete a CSINode");
        }
        if (!request.subresource().isEmpty()) {
            return refused("cannot authorize CSINode subresources");
        }
        return isOwnOrNew(node, request)
                ? ALLOWED
                : refused("can only access CSINode with the same name as the requesting node");
    }

    Decision node(String node, RequestInfo request) {
        return switch (request.subresource()) {
            case "" ->
                    switch (request.verb()) {
                        case "create", "update", "patch" -> ALLOWED;
                        case "get", "list", "watch" -> readNode(node, request.name());
                        default -> REFUSED;
                    };
            case "status" ->
                    request.verb().equals("update") || request.verb().equals("patch")
                            ? ALLOWED
                            : REFUSED;
            default -> REFUSED;
        };
    }

    private static Decision readNode(String node, String name) {
        if (name.equals(node)) {
            return ALLOWED;
        }
        String what = name.isEmpty() ? "all nodes" : "'" + name + "'";
        return refused("node '%s' cannot read %s, only its own Node object".formatted(node, what));
    }

    /** What is created has no name yet for an authorizer. */
    private static boolean isOwnOrNew(String node, RequestInfo request) {
        return request.verb().equals("create") || request.name().equals(node);
    }

    private static Decision refused(String reason) {
        return new Decision.NoOpinion(reason);
    }
}
