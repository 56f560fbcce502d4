package io.alcove.apiserver.kinds.admission;

import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Wildcards;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which operations on which resources a webhook or a policy sees. */
final class AdmissionRule {

    private static final List<String> OPERATIONS =
            List.of("*", "CONNECT", "CREATE", "DELETE", "UPDATE");
    private static final List<String> SCOPES = List.of("*", "Cluster", "Namespaced");

    private AdmissionRule() {}

    static void check(Inspection rule) {
        Inspection operations = rule.field("operations");
        if (operations.size() == 0) {
            operations.missing();
        }
        Wildcards.alone(operations, "operations");
        operations.each(operation -> operation.supports(OPERATIONS));
        Inspection groups = rule.field("apiGroups");
        if (groups.size() == 0) {
            groups.missing();
        }
        Wildcards.alone(groups, "API groups");
        Inspection versions = rule.field("apiVersions");
        if (versions.size() == 0) {
            versions.missing();
        }
        Wildcards.alone(versions, "API versions");
        versions.each(Inspection::required);
        resources(rule.field("resources"));
        rule.field("scope").oneOf(SCOPES);
    }

    private static void resources(Inspection resources) {
        if (resources.size() == 0) {
            resources.missing();
        }
        Set<String> whole = new HashSet<>();
        Set<String> everywhere = new HashSet<>();
        boolean plain = false;
        for (Inspection resource : resources.elements()) {
            int slash = resource.text().indexOf('/');
            if (!resource.required()) {
                continue;
            }
            if (slash < 0) {
                plain = !resource.is("*");
            } else {
                subresource(resource, slash, whole, everywhere);
            }
        }
        if (resources.size() > 1 && Wildcards.has(resources, "*/*")) {
            resources.invalid("if '*/*' is present, must not specify other resources");
        }
        if (Wildcards.in(resources) && plain) {
            resources.invalid(
                    "if '*' is present, must not specify other resources without subresources");
        }
    }

    private static void subresource(
            Inspection resource, int slash, Set<String> whole, Set<String> everywhere) {
        String text = resource.text();
        String name = text.substring(0, slash);
        String sub = text.substring(slash + 1);
        if (whole.contains(name)) {
            resource.invalid("if '%s/*' is present, must not specify %s".formatted(name, text));
        }
        if (everywhere.contains(sub)) {
            resource.invalid("if '*/%s' is present, must not specify %s".formatted(sub, text));
        }
        if (sub.equals("*")) {
            whole.add(name);
        }
        if (name.equals("*")) {
            everywhere.add(sub);
        }
    }
}
