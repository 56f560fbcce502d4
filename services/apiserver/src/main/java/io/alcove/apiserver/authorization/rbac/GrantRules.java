package io.alcove.apiserver.authorization.rbac;

import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.JsonValues;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.authorization.Authorizer;
import io.alcove.apiserver.authorization.Decision;
import io.alcove.apiserver.request.RequestContext;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import java.util.List;
import java.util.Optional;

/**
 * Nobody gives by a role or a binding more than they have themselves, unless they may "escalate"
 * the role or "bind" to it.
 */
public final class GrantRules {

    private static final String GROUP = "rbac.authorization.k8s.io";
    private static final List<String> OF_GARBAGE_COLLECTION =
            List.of("ownerReferences", "finalizers", "selfLink", "managedFields");

    private final RbacAuthorizer rbac;
    private final Authorizer authorizer;

    /**
     * @param authorizer all modes together
     */
    public GrantRules(RbacAuthorizer rbac, Authorizer authorizer) {
        this.rbac = rbac;
        this.authorizer = authorizer;
    }

    /**
     * @param old absent for a create
     * @throws StatusException 403; 404 where the role that is bound does not exist
     */
    public void check(RequestContext context, ApiObject object, Optional<ApiObject> old) {
        RequestInfo info = context.info();
        if (!info.group().equals(GROUP) || context.user().isIn(UserInfo.GROUP_MASTERS)) {
            return;
        }
        if (old.filter(before -> isForCollectorOnly(object, before)).isPresent()) {
            return;
        }
        switch (info.resource()) {
            case "roles", "clusterroles" -> checkRole(context, object, old);
            case "rolebindings", "clusterrolebindings" -> checkBinding(context, object);
            default -> {}
        }
    }

    private void checkRole(RequestContext context, ApiObject role, Optional<ApiObject> old) {
        RequestInfo info = context.info();
        RequestInfo escalate =
                new RequestInfo(
                        "escalate",
                        "",
                        GROUP,
                        "*",
                        info.resource(),
                        "",
                        info.namespace(),
                        info.name());
        if (isAllowed(context.user(), escalate)) {
            return;
        }
        confirm(context, role, RbacAuthorizer.rules(role));
        if (aggregates(role) || old.filter(GrantRules::aggregates).isPresent()) {
            List<PolicyRule> all = List.of(PolicyRule.ALL_RESOURCES, PolicyRule.ALL_PATHS);
            if (missing(context, all).isPresent()) {
                throw forbidden(
                        context,
                        role,
                        "must have cluster-admin privileges to use the aggregationRule");
            }
        }
    }

    private void checkBinding(RequestContext context, ApiObject binding) {
        String kind = binding.text("roleRef", "kind");
        String name = binding.text("roleRef", "name");
        String namespace = context.info().namespace();
        String resource =
                switch (kind) {
                    case "ClusterRole" -> "clusterroles";
                    case "Role" -> "roles";
                    default -> "";
                };
        RequestInfo bind = new RequestInfo("bind", "", GROUP, "*", resource, "", namespace, name);
        if (!resource.isEmpty() && isAllowed(context.user(), bind)) {
            return;
        }
        if (resource.isEmpty()) {
            throw new StatusException(
                    Status.of(
                            StatusReason.UNKNOWN,
                            "unsupported role reference kind: \"" + kind + "\""));
        }
        List<String> problems = Names.pathSegment(name);
        if (!problems.isEmpty()) {
            throw StatusException.badRequest(
                    "Name parameter invalid: %s: %s"
                            .formatted(MissingRules.quoted(name), String.join(", ", problems)));
        }
        // upstream names the binding's resource where the role is missing
        List<PolicyRule> rules =
                rbac.role(kind, name, namespace)
                        .orElseThrow(
                                () ->
                                        StatusException.notFound(
                                                context.info().groupResource(), name));
        confirm(context, binding, rules);
    }

    private void confirm(RequestContext context, ApiObject object, List<PolicyRule> rules) {
        Optional<String> missing = missing(context, rules);
        if (missing.isPresent()) {
            throw forbidden(context, object, missing.get());
        }
    }

    private Optional<String> missing(RequestContext context, List<PolicyRule> rules) {
        UserInfo user = context.user();
        RuleResolver.Rules held = rbac.rules(user, context.info().namespace());
        List<String> missing = MissingRules.of(held.rules(), rules);
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String message =
                "user %s (groups=%s) is attempting to grant RBAC permissions not currently held:\n%s"
                        .formatted(
                                MissingRules.quoted(user.name()),
                                MiniRule.texts(user.groups()),
                                String.join("\n", missing));
        return Optional.of(
                held.errors().isEmpty()
                        ? message
                        : message + "; resolution errors: [" + errors(held.errors()) + "]");
    }

    private static String errors(List<String> errors) {
        return errors.size() == 1 ? errors.getFirst() : "[" + String.join(", ", errors) + "]";
    }

    private boolean isAllowed(UserInfo user, RequestInfo request) {
        return authorizer.authorize(user, request) instanceof Decision.Allowed;
    }

    private static boolean aggregates(ApiObject role) {
        return !role.at("aggregationRule", "clusterRoleSelectors").isEmpty();
    }

    private static boolean isForCollectorOnly(ApiObject object, ApiObject old) {
        ApiObject one = object.copy();
        ApiObject other = old.copy();
        for (String field : OF_GARBAGE_COLLECTION) {
            one.with("metadata").remove(field);
            other.with("metadata").remove(field);
        }
        return JsonValues.equal(one.node(), other.node());
    }

    private static StatusException forbidden(RequestContext context, ApiObject object, String why) {
        return StatusException.forbidden(context.info().groupResource(), object.name(), why);
    }
}
