package io.alcove.conformance;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Every user, with every verb, on every resource and path of these. */
final class AuthorizationRows {

    private static final List<String> VERBS =
            List.of("get", "list", "create", "update", "delete", "escalate");

    /** Group, resource, subresource and name, of which the later may be missing. */
    private static final List<String> RESOURCES =
            List.of(
                    "/pods",
                    "/pods//web",
                    "/pods/exec/web",
                    "/pods/log/web",
                    "/pods/status/web",
                    "/pods/eviction/web",
                    "/secrets",
                    "/secrets//mounted",
                    "/secrets//other",
                    "/configmaps",
                    "/configmaps//mounted",
                    "/configmaps//extension-apiserver-authentication",
                    "/serviceaccounts//runner",
                    "/serviceaccounts/token/runner",
                    "/services",
                    "/endpoints//kube-scheduler",
                    "/nodes//node-1",
                    "/nodes//node-2",
                    "/nodes/status/node-1",
                    "/namespaces",
                    "/events",
                    "/persistentvolumeclaims//claim",
                    "/persistentvolumes//volume",
                    "apps/deployments",
                    "apps/deployments/scale/web",
                    "batch/jobs",
                    "rbac.authorization.k8s.io/roles",
                    "rbac.authorization.k8s.io/clusterroles",
                    "rbac.authorization.k8s.io/clusterrolebindings",
                    "coordination.k8s.io/leases//node-1",
                    "coordination.k8s.io/leases//kube-scheduler",
                    "storage.k8s.io/csinodes//node-1",
                    "certificates.k8s.io/certificatesigningrequests/selfnodeclient",
                    "authentication.k8s.io/tokenreviews",
                    "authorization.k8s.io/selfsubjectaccessreviews",
                    "apiextensions.k8s.io/customresourcedefinitions",
                    "example.com/widgets");

    private static final List<String> PATHS =
            List.of(
                    "/healthz",
                    "/livez/x",
                    "/api",
                    "/apis/apps",
                    "/version",
                    "/metrics",
                    "/logs/a");

    private static final List<String> NAMESPACES = List.of("default", "");

    private record User(String name, String... groups) {}

    private static final List<User> USERS =
            List.of(
                    new User("root", "system:masters"),
                    new User("nobody"),
                    new User("somebody", "system:authenticated"),
                    new User("system:anonymous", "system:unauthenticated"),
                    new User("ann-admin", "system:authenticated"),
                    new User("eve-editor", "system:authenticated"),
                    new User("vic-viewer", "system:authenticated"),
                    new User("gus", "readers", "system:authenticated"),
                    new User("system:kube-scheduler", "system:authenticated"),
                    new User("system:kube-proxy", "system:authenticated"),
                    new User("system:node:node-1", "system:nodes", "system:authenticated"),
                    new User("system:node:node-2", "system:nodes", "system:authenticated"),
                    new User("system:node:", "system:nodes", "system:authenticated"),
                    account("default", "runner"),
                    account("kube-system", "deployment-controller"),
                    account("kube-system", "namespace-controller"),
                    account("kube-system", "generic-garbage-collector"));

    private AuthorizationRows() {}

    static List<AuthorizationRow> all() {
        List<AuthorizationRow> rows = new ArrayList<>();
        for (User user : USERS) {
            List<String> groups = List.of(user.groups());
            for (String verb : VERBS) {
                for (String namespace : NAMESPACES) {
                    for (String resource : RESOURCES) {
                        rows.add(
                                new AuthorizationRow(
                                        user.name(), groups, resource(verb, namespace, resource)));
                    }
                }
                for (String path : PATHS) {
                    ObjectNode attributes = JsonNodeFactory.instance.objectNode();
                    attributes.put("verb", verb).put("path", path);
                    rows.add(new AuthorizationRow(user.name(), groups, attributes));
                }
            }
        }
        return rows;
    }

    private static ObjectNode resource(String verb, String namespace, String resource) {
        String[] parts = resource.split("/", -1);
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        attributes.put("verb", verb).put("namespace", namespace);
        attributes.put("group", parts[0]).put("resource", parts[1]);
        if (parts.length > 2) {
            attributes.put("subresource", parts[2]);
        }
        if (parts.length > 3) {
            attributes.put("name", parts[3]);
        }
        return attributes;
    }

    private static User account(String namespace, String name) {
        return new User(
                "system:serviceaccount:" + namespace + ":" + name,
                "system:serviceaccounts",
                "system:serviceaccounts:" + namespace,
                "system:authenticated");
    }
}
