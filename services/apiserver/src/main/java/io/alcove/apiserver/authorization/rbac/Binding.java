package io.alcove.apiserver.authorization.rbac;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.request.UserInfo;
import java.util.List;
import java.util.Optional;

/**
 * A RoleBinding or ClusterRoleBinding.
 *
 * @param title how reasons name it: RoleBinding "name/namespace", ClusterRoleBinding "name"
 */
record Binding(String title, String roleKind, String roleName, List<Subject> subjects) {

    static Binding of(ApiObject object) {
        String namespace = object.namespace();
        return new Binding(
                namespace.isEmpty()
                        ? "ClusterRoleBinding \"" + object.name() + "\""
                        : "RoleBinding \"" + object.name() + "/" + namespace + "\"",
                object.text("roleRef", "kind"),
                object.text("roleRef", "name"),
                object.elements("subjects").stream()
                        .map(subject -> Subject.of(subject, namespace))
                        .toList());
    }

    boolean binds(UserInfo user) {
        return subject(user).isPresent();
    }

    /** Why the user may, as SubjectAccessReview tells it. */
    String reason(UserInfo user) {
        return "RBAC: allowed by %s of %s \"%s\" to %s"
                .formatted(
                        title,
                        roleKind,
                        roleName,
                        subject(user).map(Subject::title).orElse(user.name()));
    }

    private Optional<Subject> subject(UserInfo user) {
        return subjects.stream().filter(subject -> subject.is(user)).findFirst();
    }
}
