package io.alcove.apiserver.kinds.rbac;

import com.fasterxml.jackson.databind.node.NullNode;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.LabelRules;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.List;

/**
 * Roles and ClusterRoles.
 *
 * @param namespaced a Role
 */
public record RoleValidation(boolean namespaced) implements Validation {

    private static final List<String> OF_RESOURCES =
            List.of("apiGroups", "resources", "resourceNames");

    @Override
    public void check(Inspection role) {
        role.field("rules").each(this::rule);
        Inspection selectors = role.at("aggregationRule", "clusterRoleSelectors");
        if (!namespaced && role.field("aggregationRule").isPresent()) {
            selectors.required(
                    "at least one clusterRoleSelector required if aggregationRule is non-nil");
            selectors.each(RoleValidation::selector);
        }
    }

    private static void selector(Inspection selector) {
        int before = selector.causes().size();
        LabelRules.selector(selector);
        if (selector.causes().size() > before) {
            // upstream shows the parsed selector, of which there is none
            selector.invalid(NullNode.instance, "invalid label selector.");
        }
    }

    private void rule(Inspection rule) {
        rule.field("verbs").required("verbs must contain at least one value");
        Inspection urls = rule.field("nonResourceURLs");
        if (urls.size() == 0) {
            rule.field("apiGroups").required("resource rules must supply at least one api group");
            rule.field("resources").required("resource rules must supply at least one resource");
            return;
        }
        if (namespaced) {
            urls.invalid("namespaced rules cannot apply to non-resource URLs");
        }
        if (OF_RESOURCES.stream().anyMatch(field -> rule.field(field).size() > 0)) {
            urls.invalid("rules cannot apply to both regular resources and non-resource URLs");
        }
    }
}
