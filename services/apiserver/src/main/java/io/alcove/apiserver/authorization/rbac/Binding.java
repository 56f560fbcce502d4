package io.alcove.apiserver.authorization.rbac;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.request.UserInfo;
import java.util.List;

/** A RoleBinding or ClusterRoleBinding. */
record Binding(String roleKind, String roleName, List<Subject> subjects) {

    static Binding of(ApiObject object) {
        return new Binding(
                object.text("roleRef", "kind"),
                object.text("roleRef", "name"),
                object.elements("subjects").stream()
                        .map(subject -> Subject.of(subject, object.namespace()))
                        .toList());
    }

    boolean binds(UserInfo user) {
        return subjects.stream().anyMatch(subject -> subject.is(user));
    }
}
