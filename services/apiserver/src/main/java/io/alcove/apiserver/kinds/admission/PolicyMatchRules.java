package io.alcove.apiserver.kinds.admission;

import io.alcove.apimachinery.names.Names;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.LabelRules;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What policies and bindings have in common: what they match and their parameters. */
final class PolicyMatchRules {

    private static final List<String> ACTIONS = List.of("Allow", "Deny");
    private static final String EXCLUSIVE = "name and selector are mutually exclusive";

    private PolicyMatchRules() {}

    static void resources(Inspection match) {
        if (!match.isPresent()) {
            return;
        }
        match.field("matchPolicy").requiredOneOf(WebhookValidation.MATCH_POLICIES);
        for (String field : List.of("namespaceSelector", "objectSelector")) {
            Inspection selector = match.field(field);
            if (selector.isPresent()) {
                LabelRules.selector(selector);
            } else {
                selector.missing();
            }
        }
        match.field("resourceRules").each(PolicyMatchRules::named);
        match.field("excludeResourceRules").each(PolicyMatchRules::named);
    }

    private static void named(Inspection rule) {
        Set<String> names = new HashSet<>();
        rule.field("resourceNames")
                .each(
                        name -> {
                            name.checked(Names::pathSegment);
                            if (!names.add(name.text())) {
                                name.duplicate();
                            }
                        });
        AdmissionRule.check(rule);
    }

    static void paramKind(Inspection kind) {
        if (!kind.isPresent()) {
            return;
        }
        Inspection version = kind.field("apiVersion");
        if (version.required()) {
            version(version);
        }
        Inspection name = kind.field("kind");
        if (name.required()) {
            List<String> problems = Names.dns1035Label(name.text().toLowerCase(Locale.ROOT));
            if (!problems.isEmpty()) {
                name.invalid(
                        "may have mixed case, but should otherwise match: "
                                + String.join(",", problems));
            }
        }
    }

    private static void version(Inspection version) {
        String[] parts = version.text().split("/", -1);
        if (parts.length > 2) {
            version.invalid("unexpected GroupVersion string: " + version.text());
            return;
        }
        String group = parts.length == 2 ? parts[0] : "";
        String last = parts[parts.length - 1];
        if (!group.isEmpty()) {
            joined(version, group, Names.dns1123Subdomain(group));
        }
        if (last.isEmpty()) {
            version.invalid("version must be specified");
        } else {
            joined(version, last, Names.dns1035Label(last));
        }
    }

    private static void joined(Inspection field, String value, List<String> problems) {
        if (!problems.isEmpty()) {
            field.invalid(value, String.join(",", problems));
        }
    }

    static void paramReference(Inspection reference) {
        if (!reference.isPresent()) {
            return;
        }
        Inspection name = reference.field("name");
        Inspection selector = reference.field("selector");
        if (!name.text().isEmpty()) {
            name.checked(Names::pathSegment);
            if (selector.isPresent()) {
                name.forbidden(EXCLUSIVE);
            }
        }
        if (selector.isPresent()) {
            LabelRules.selector(selector);
            if (!name.text().isEmpty()) {
                selector.forbidden(EXCLUSIVE);
            }
        } else if (name.text().isEmpty()) {
            reference.missing("one of name or selector must be specified");
        }
        Inspection action = reference.field("parameterNotFoundAction");
        if (action.required() && !ACTIONS.contains(action.text())) {
            action.notSupported(List.of("Deny", "Allow"));
        }
    }
}
