package io.alcove.apiserver.authorization.node;

import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.authorization.Authorizer;
import io.alcove.apiserver.authorization.Decision;
import io.alcove.apiserver.authorization.rbac.PolicyRule;
import io.alcove.apiserver.authorization.rbac.RuleResolver;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Mode Node: kubelets read what belongs to pods of their node, and for the rest have the rules of
 * role system:node. What the object of a write says is for the admission plugin NodeRestriction to
 * check.
 */
public final class NodeAuthorizer implements Authorizer, RuleResolver {

    private static final String PREFIX = "system:node:";
    private static final String GROUP = "system:nodes";
    private static final Decision ALLOWED = new Decision.Allowed("");
    private static final Decision REFUSED = new Decision.NoOpinion("");

    private final NodeGraph graph;
    private final OwnObjectRules ownObjects = new OwnObjectRules();
    private final List<PolicyRule> rules;

    /**
     * @param rules of role system:node
     */
    public NodeAuthorizer(ObjectStorages storages, List<PolicyRule> rules) {
        this.graph = new NodeGraph(storages);
        this.rules = List.copyOf(rules);
    }

    @Override
    public Rules rules(UserInfo user, String namespace) {
        return isNode(user)
                ? new Rules(
                        List.of(),
                        List.of("node authorizer does not support user rule resolution"),
                        true)
                : new Rules(List.of(), List.of(), false);
    }

    @Override
    public Decision authorize(UserInfo user, RequestInfo request) {
        if (!isNode(user)) {
            return REFUSED;
        }
        String node = user.name().substring(PREFIX.length());
        if (node.isEmpty()) {
            return refused("unknown node for user \"" + user.name() + "\"");
        }
        return request.isResourceRequest() ? decide(node, request) : byRules(request);
    }

    private static boolean isNode(UserInfo user) {
        return user.name().startsWith(PREFIX) && user.isIn(GROUP);
    }

    private Decision decide(String node, RequestInfo request) {
        ObjectName name = request.objectName();
        return switch (request.group()) {
            case "" -> core(node, request, name);
            case "storage.k8s.io" ->
                    switch (request.resource()) {
                        case "volumeattachments" ->
                                get(node, request, () -> graph.hasAttachment(node, name));
                        case "csinodes" -> ownObjects.csiNode(node, request);
                        default -> byRules(request);
                    };
            case "resource.k8s.io" ->
                    switch (request.resource()) {
                        case "resourceclaims" ->
                                get(node, request, () -> graph.hasResourceClaim(node, name));
                        case "resourceslices" -> slice(node, request);
                        default -> byRules(request);
                    };
            case "coordination.k8s.io" ->
                    request.resource().equals("leases")
                            ? ownObjects.lease(node, request)
                            : byRules(request);
            case "certificates.k8s.io" ->
                    request.resource().equals("podcertificaterequests")
                            ? REFUSED
                            : byRules(request);
            default -> byRules(request);
        };
    }

    private Decision core(String node, RequestInfo request, ObjectName name) {
        return switch (request.resource()) {
            case "secrets" -> read(node, request, () -> graph.hasSecret(node, name));
            case "configmaps" -> read(node, request, () -> graph.hasConfigMap(node, name));
            case "persistentvolumeclaims" ->
                    request.subresource().equals("status")
                            ? changeStatus(node, request, () -> graph.hasClaim(node, name))
                            : get(node, request, () -> graph.hasClaim(node, name));
            case "persistentvolumes" -> get(node, request, () -> graph.hasVolume(node, name));
            case "serviceaccounts" -> serviceAccount(node, request, name);
            case "nodes" -> ownObjects.node(node, request);
            case "pods" -> pod(node, request, name);
            default -> byRules(request);
        };
    }

    private Decision byRules(RequestInfo request) {
        return rules.stream().anyMatch(rule -> rule.allows(request)) ? ALLOWED : REFUSED;
    }

    private static Decision changeStatus(String node, RequestInfo request, BooleanSupplier leads) {
        return request.verb().equals("update") || request.verb().equals("patch")
                ? related(node, request, leads)
                : refused("can only get/update/patch this type");
    }

    private static Decision get(String node, RequestInfo request, BooleanSupplier leads) {
        if (!request.verb().equals("get")) {
            return refused("can only get individual resources of this type");
        }
        return request.subresource().isEmpty()
                ? related(node, request, leads)
                : refused("cannot get subresource");
    }

    private static Decision read(String node, RequestInfo request, BooleanSupplier leads) {
        return switch (request.verb()) {
            case "get", "list", "watch" -> {
                if (!request.subresource().isEmpty()) {
                    yield refused("cannot read subresource");
                }
                yield request.namespace().isEmpty()
                        ? refused("can only read namespaced object of this type")
                        : related(node, request, leads);
            }
            default -> refused("can only read resources of this type");
        };
    }

    private static Decision related(String node, RequestInfo request, BooleanSupplier leads) {
        if (request.name().isEmpty()) {
            return refused("No Object name found");
        }
        return leads.getAsBoolean() ? ALLOWED : unrelated(node);
    }

    private Decision serviceAccount(String node, RequestInfo request, ObjectName name) {
        if (request.verb().equals("get") && request.subresource().isEmpty()) {
            return read(node, request, () -> graph.hasServiceAccount(node, name));
        }
        if (!request.verb().equals("create") || request.name().isEmpty()) {
            return refused("can only create tokens for individual service accounts");
        }
        if (!request.subresource().equals("token")) {
            return refused("can only create token subresource of serviceaccount");
        }
        return graph.hasServiceAccount(node, name) ? ALLOWED : unrelated(node);
    }

    private Decision pod(String node, RequestInfo request, ObjectName name) {
        return switch (request.subresource()) {
            case "" ->
                    switch (request.verb()) {
                        case "get" -> get(node, request, () -> graph.hasPod(node, name));
                        case "list", "watch" -> {
                            if (OwnObjectRules.selects(request, "spec.nodeName", node)) {
                                yield ALLOWED;
                            }
                            yield name.name().isEmpty()
                                    ? refused(
                                            "can only list/watch pods with spec.nodeName field"
                                                    + " selector")
                                    : related(node, request, () -> graph.hasPod(node, name));
                        }
                        case "create", "delete" -> ALLOWED; // of mirror pods
                        default -> REFUSED;
                    };
            case "status" ->
                    request.verb().equals("update") || request.verb().equals("patch")
                            ? ALLOWED
                            : REFUSED;
            case "eviction" -> request.verb().equals("create") ? ALLOWED : REFUSED;
            default -> REFUSED;
        };
    }

    private Decision slice(String node, RequestInfo request) {
        if (!request.subresource().isEmpty()) {
            return refused("cannot authorize ResourceSlice subresources");
        }
        return switch (request.verb()) {
            case "create" -> ALLOWED;
            case "get", "update", "patch", "delete" ->
                    related(node, request, () -> graph.hasSlice(node, request.objectName()));
            case "watch", "list", "deletecollection" ->
                    OwnObjectRules.selects(request, "spec.nodeName", node)
                            ? ALLOWED
                            : refused(
                                    "can only list/watch/deletecollection resourceslices with"
                                            + " nodeName field selector");
            default ->
                    refused(
                            "only the following verbs are allowed for a ResourceSlice: get, watch,"
                                    + " list, create, update, patch, delete, deletecollection");
        };
    }

    private static Decision unrelated(String node) {
        return refused("no relationship found between node '" + node + "' and this object");
    }

    private static Decision refused(String reason) {
        return new Decision.NoOpinion(reason);
    }
}
