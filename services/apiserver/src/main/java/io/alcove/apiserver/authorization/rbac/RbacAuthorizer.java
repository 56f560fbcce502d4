package io.alcove.apiserver.authorization.rbac;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.authorization.Authorizer;
import io.alcove.apiserver.authorization.Decision;
import io.alcove.apiserver.authorization.ParsedObjects;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** RBAC over the stored roles and bindings: what no rule allows, it has no opinion on. */
public final class RbacAuthorizer implements Authorizer, RuleResolver {

    private static final String GROUP = "rbac.authorization.k8s.io";

    private final ParsedObjects<List<PolicyRule>> clusterRoles;
    private final ParsedObjects<List<PolicyRule>> roles;
    private final ParsedObjects<Binding> clusterRoleBindings;
    private final ParsedObjects<Binding> roleBindings;

    public RbacAuthorizer(ObjectStorages storages) {
        this.clusterRoles = parsed(storages, "clusterroles", RbacAuthorizer::rules);
        this.roles = parsed(storages, "roles", RbacAuthorizer::rules);
        this.clusterRoleBindings = parsed(storages, "clusterrolebindings", Binding::of);
        this.roleBindings = parsed(storages, "rolebindings", Binding::of);
    }

    @Override
    public Decision authorize(UserInfo user, RequestInfo request) {
        List<String> missing = new ArrayList<>();
        Optional<Binding> allowing =
                find(
                        user,
                        request.namespace(),
                        missing,
                        rules -> rules.stream().anyMatch(rule -> rule.allows(request)));
        return allowing.<Decision>map(binding -> new Decision.Allowed(binding.reason(user)))
                .orElseGet(
                        () ->
                                new Decision.NoOpinion(
                                        missing.isEmpty() ? "" : "RBAC: " + listed(missing)));
    }

    @Override
    public Rules rules(UserInfo user, String namespace) {
        List<PolicyRule> all = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        find(
                user,
                namespace,
                missing,
                rules -> {
                    all.addAll(rules);
                    return false;
                });
        return new Rules(all, missing, false);
    }

    /** Bindings of the cluster first; of a namespace only where one is asked about. */
    private Optional<Binding> find(
            UserInfo user,
            String namespace,
            List<String> missing,
            Predicate<List<PolicyRule>> wanted) {
        List<Binding> bindings = new ArrayList<>(clusterRoleBindings.list(""));
        if (!namespace.isEmpty()) {
            bindings.addAll(roleBindings.list(namespace));
        }
        for (Binding binding : bindings) {
            if (binding.binds(user)) {
                Optional<List<PolicyRule>> rules = role(binding, namespace);
                if (rules.isEmpty()) {
                    missing.add(notFound(binding));
                } else if (wanted.test(rules.get())) {
                    return Optional.of(binding);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<List<PolicyRule>> role(Binding binding, String namespace) {
        return role(binding.roleKind(), binding.roleName(), namespace);
    }

    /** The rules of a role as they are now; empty where there is none of this name. */
    Optional<List<PolicyRule>> role(String kind, String name, String namespace) {
        return kind.equals("ClusterRole")
                ? clusterRoles.get(ObjectName.clusterScoped(name))
                : roles.get(new ObjectName(namespace, name));
    }

    private static String notFound(Binding binding) {
        String resource = binding.roleKind().equals("ClusterRole") ? "clusterrole" : "role";
        return resource + "." + GROUP + " \"" + binding.roleName() + "\" not found";
    }

    private static String listed(List<String> missing) {
        List<String> distinct = missing.stream().distinct().toList();
        return distinct.size() == 1 ? distinct.getFirst() : "[" + String.join(", ", distinct) + "]";
    }

    static List<PolicyRule> rules(ApiObject role) {
        return role.elements("rules").stream().map(PolicyRule::of).toList();
    }

    private static <T> ParsedObjects<T> parsed(
            ObjectStorages storages, String resource, Function<ApiObject, T> reader) {
        return new ParsedObjects<>(storages.of(new GroupResource(GROUP, resource)), reader);
    }
}
