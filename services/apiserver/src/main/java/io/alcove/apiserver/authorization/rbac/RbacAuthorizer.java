package io.alcove.apiserver.authorization.rbac;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.authorization.Authorizer;
import io.alcove.apiserver.authorization.Decision;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** RBAC over the stored roles and bindings: what no rule allows, it has no opinion on. */
public final class RbacAuthorizer implements Authorizer {

    private static final String GROUP = "rbac.authorization.k8s.io";

    private final Parsed<List<PolicyRule>> clusterRoles;
    private final Parsed<List<PolicyRule>> roles;
    private final Parsed<Binding> clusterRoleBindings;
    private final Parsed<Binding> roleBindings;

    public RbacAuthorizer(ObjectStorages storages) {
        this.clusterRoles = parsed(storages, "clusterroles", RbacAuthorizer::rules);
        this.roles = parsed(storages, "roles", RbacAuthorizer::rules);
        this.clusterRoleBindings = parsed(storages, "clusterrolebindings", Binding::of);
        this.roleBindings = parsed(storages, "rolebindings", Binding::of);
    }

    @Override
    public Decision authorize(UserInfo user, RequestInfo request) {
        List<String> missing = new ArrayList<>();
        for (Binding binding : clusterRoleBindings.list("")) {
            if (binding.binds(user) && allows(binding, "", request, missing)) {
                return new Decision.Allowed("");
            }
        }
        if (!request.namespace().isEmpty()) {
            for (Binding binding : roleBindings.list(request.namespace())) {
                if (binding.binds(user) && allows(binding, request.namespace(), request, missing)) {
                    return new Decision.Allowed("");
                }
            }
        }
        return new Decision.NoOpinion(missing.isEmpty() ? "" : "RBAC: " + missingText(missing));
    }

    private boolean allows(
            Binding binding, String namespace, RequestInfo request, List<String> missing) {
        Optional<List<PolicyRule>> rules =
                binding.roleKind().equals("ClusterRole")
                        ? clusterRoles.get(ObjectName.clusterScoped(binding.roleName()))
                        : roles.get(new ObjectName(namespace, binding.roleName()));
        if (rules.isEmpty()) {
            String resource = binding.roleKind().equals("ClusterRole") ? "clusterrole" : "role";
            missing.add(resource + "." + GROUP + " \"" + binding.roleName() + "\" not found");
            return false;
        }
        return rules.get().stream().anyMatch(rule -> rule.allows(request));
    }

    private static String missingText(List<String> missing) {
        return missing.size() == 1 ? missing.getFirst() : "[" + String.join(", ", missing) + "]";
    }

    private static List<PolicyRule> rules(ApiObject role) {
        return role.elements("rules").stream().map(PolicyRule::of).toList();
    }

    private static <T> Parsed<T> parsed(
            ObjectStorages storages,
            String resource,
            java.util.function.Function<ApiObject, T> reader) {
        return new Parsed<>(storages.of(new GroupResource(GROUP, resource)), reader);
    }
}
