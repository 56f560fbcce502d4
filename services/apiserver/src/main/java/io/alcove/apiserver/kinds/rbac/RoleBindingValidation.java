package io.alcove.apiserver.kinds.rbac;

import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.List;

/**
 * RoleBindings and ClusterRoleBindings.
 *
 * @param namespaced a RoleBinding
 */
public record RoleBindingValidation(boolean namespaced) implements Validation {

    private static final List<String> GROUP = List.of("rbac.authorization.k8s.io");
    private static final List<String> SUBJECTS = List.of("ServiceAccount", "User", "Group");

    @Override
    public void check(Inspection binding) {
        Inspection role = binding.field("roleRef");
        role.field("apiGroup").supports(GROUP);
        role.field("kind")
                .supports(namespaced ? List.of("Role", "ClusterRole") : List.of("ClusterRole"));
        role.field("name").requiredAs(Names::pathSegment);
        binding.field("subjects").each(this::subject);
    }

    private void subject(Inspection subject) {
        Inspection name = subject.field("name");
        name.required();
        Inspection group = subject.field("apiGroup");
        switch (subject.field("kind").text()) {
            case "ServiceAccount" -> {
                name.conforms(Names::dns1123Subdomain);
                if (group.isGiven()) {
                    group.notSupported(List.of(""));
                }
                if (!namespaced) {
                    subject.field("namespace").required();
                }
            }
            case "User", "Group" -> group.supports(GROUP);
            default -> subject.field("kind").notSupported(SUBJECTS);
        }
    }

    @Override
    public void checkUpdate(Inspection binding, ApiObject old) {
        check(binding);
        Inspection role = binding.field("roleRef");
        if (!role.isSame(old.at("roleRef"))) {
            role.invalidAs("orbac.RoleRef", "cannot change roleRef");
        }
    }
}
