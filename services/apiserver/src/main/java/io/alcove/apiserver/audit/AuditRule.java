package io.alcove.apiserver.audit;

import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import java.util.Collections;
import java.util.List;

/** One rule of a policy: a request that fits everything it names is decided by it. */
record AuditRule(
        List<String> users,
        List<String> userGroups,
        List<String> verbs,
        List<ResourceSelector> resources,
        List<String> namespaces,
        List<String> nonResourceUrls,
        AuditDecision decision) {

    boolean matches(UserInfo user, RequestInfo info) {
        return (users.isEmpty() || users.contains(user.name()))
                && (userGroups.isEmpty() || !Collections.disjoint(userGroups, user.groups()))
                && (verbs.isEmpty() || verbs.contains(info.verb()))
                && matchesPlace(info);
    }

    private boolean matchesPlace(RequestInfo info) {
        if (!namespaces.isEmpty() || !resources.isEmpty()) {
            return info.isResourceRequest()
                    && (namespaces.isEmpty() || namespaces.contains(info.namespace()))
                    && (resources.isEmpty() || resources.stream().anyMatch(r -> r.selects(info)));
        }
        return nonResourceUrls.isEmpty()
                || (!info.isResourceRequest()
                        && nonResourceUrls.stream().anyMatch(u -> fits(u, info.path())));
    }

    private static boolean fits(String pattern, String path) {
        return pattern.equals(path)
                || (pattern.endsWith("*")
                        && path.startsWith(pattern.substring(0, pattern.length() - 1)));
    }
}
