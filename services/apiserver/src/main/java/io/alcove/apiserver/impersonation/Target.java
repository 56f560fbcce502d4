package io.alcove.apiserver.impersonation;

import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.authorization.Forbidden;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import java.util.ArrayList;
import java.util.List;

/** One thing that a caller needs the right to impersonate, as a resource of RBAC. */
record Target(String group, String resource, String subresource, String namespace, String name) {

    static final String CORE = "";
    static final String AUTHENTICATION = "authentication.k8s.io";

    /**
     * @param group of users and groups: {@link #CORE} for the general right, else {@link
     *     #AUTHENTICATION}
     */
    static List<Target> of(UserInfo wanted, String group) {
        List<Target> targets = new ArrayList<>();
        targets.add(user(wanted.name(), group));
        if (!wanted.uid().isEmpty()) {
            targets.add(new Target(AUTHENTICATION, "uids", "", "", wanted.uid()));
        }
        wanted.groups().forEach(name -> targets.add(group(name, group)));
        wanted.extra()
                .forEach(
                        (key, values) ->
                                values.forEach(
                                        value ->
                                                targets.add(
                                                        new Target(
                                                                AUTHENTICATION,
                                                                "userextras",
                                                                key,
                                                                "",
                                                                value))));
        return targets;
    }

    static Target group(String name, String group) {
        return new Target(group, "groups", "", "", name);
    }

    private static Target user(String user, String group) {
        if (Sort.isServiceAccount(user)) {
            String[] parts = user.substring(Sort.SERVICE_ACCOUNT_PREFIX.length()).split(":", -1);
            return new Target(group, "serviceaccounts", "", parts[0], parts[1]);
        }
        if (Sort.of(user) == Sort.NODE && group.equals(AUTHENTICATION)) {
            return new Target(group, "nodes", "", "", user.substring(Sort.NODE_PREFIX.length()));
        }
        return new Target(group, "users", "", "", user);
    }

    RequestInfo request(String verb) {
        return new RequestInfo(verb, "", group, "v1", resource, subresource, namespace, name);
    }

    StatusException refusal(UserInfo caller, String verb, String reason) {
        return Forbidden.of(caller, request(verb), reason);
    }
}
