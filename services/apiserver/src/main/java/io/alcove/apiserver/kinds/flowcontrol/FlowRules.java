package io.alcove.apiserver.kinds.flowcontrol;

import io.alcove.apimachinery.names.Names;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Wildcards;
import java.util.List;
import java.util.Map;

/** Whose requests for what a flow schema takes. */
final class FlowRules {

    private static final List<String> VERBS =
            List.of(
                    "create",
                    "delete",
                    "deletecollection",
                    "get",
                    "list",
                    "patch",
                    "proxy",
                    "update",
                    "watch");
    private static final List<String> KINDS = List.of("Group", "ServiceAccount", "User");
    private static final Map<String, String> FIELDS =
            Map.of("ServiceAccount", "serviceAccount", "User", "user", "Group", "group");
    private static final Map<String, List<String>> OTHERS =
            Map.of(
                    "ServiceAccount", List.of("User", "Group"),
                    "User", List.of("ServiceAccount", "Group"),
                    "Group", List.of("ServiceAccount", "User"));

    private FlowRules() {}

    static void check(Inspection rule) {
        Inspection subjects = rule.field("subjects");
        if (subjects.size() == 0) {
            subjects.missing("subjects must contain at least one value");
        }
        subjects.each(FlowRules::subject);
        Inspection resources = rule.field("resourceRules");
        Inspection others = rule.field("nonResourceRules");
        if (resources.size() == 0 && others.size() == 0) {
            rule.missing("at least one of resourceRules and nonResourceRules has to be non-empty");
        }
        resources.each(FlowRules::resources);
        others.each(FlowRules::urls);
    }

    private static void subject(Inspection subject) {
        String kind = subject.field("kind").text();
        String field = FIELDS.get(kind);
        if (field == null) {
            subject.field("kind").notSupported(KINDS);
            return;
        }
        named(subject.field(field), kind, field);
        for (String other : OTHERS.getOrDefault(kind, List.of())) {
            String name = FIELDS.getOrDefault(other, "");
            if (subject.field(name).isPresent()) {
                subject.field(name)
                        .forbidden(name + " is forbidden when subject kind is not '" + other + "'");
            }
        }
    }

    private static void named(Inspection subject, String kind, String field) {
        if (!subject.isPresent()) {
            subject.missing(field + " is required when subject kind is '" + kind + "'");
            return;
        }
        Inspection name = subject.field("name");
        boolean given = name.required();
        if (kind.equals("ServiceAccount")) {
            if (given && !name.is("*")) {
                name.checked(Names::dns1123Subdomain);
            }
            if (subject.field("namespace").required("must specify namespace for service account")) {
                subject.field("namespace").checked(Names::dns1123Label);
            }
        }
    }

    private static void verbs(Inspection verbs) {
        if (verbs.size() == 0) {
            verbs.missing("verbs must contain at least one value");
        } else if (Wildcards.in(verbs)) {
            Wildcards.alone(verbs, "verbs");
        } else {
            for (Inspection verb : verbs.elements()) {
                if (!VERBS.contains(verb.text())) {
                    verbs.notSupported(VERBS);
                    return;
                }
            }
        }
    }

    private static void urls(Inspection rule) {
        verbs(rule.field("verbs"));
        Inspection urls = rule.field("nonResourceURLs");
        if (urls.size() == 0) {
            urls.missing("nonResourceURLs must contain at least one value");
        } else if (Wildcards.in(urls)) {
            Wildcards.alone(urls, "non-resource URLs");
        } else {
            urls.each(FlowRules::url);
        }
    }

    private static void url(Inspection url) {
        String path = url.text();
        int star = path.indexOf('*');
        if (path.isEmpty()) {
            url.invalid("must not be empty");
        } else if (path.equals("/")) {
            return;
        } else if (!path.startsWith("/")) {
            url.invalid("must start with slash");
        } else if (path.indexOf(' ') >= 0) {
            url.invalid("must not contain white-space");
        } else if (path.contains("//")) {
            url.invalid("must not contain double slash");
        } else if (star >= 0 && (star != path.length() - 1 || !path.endsWith("/*"))) {
            url.invalid("wildcard can only do suffix matching");
        }
    }

    private static void resources(Inspection rule) {
        verbs(rule.field("verbs"));
        list(rule.field("apiGroups"), "api group", "api groups");
        list(rule.field("resources"), "resource", "resources");
        Inspection namespaces = rule.field("namespaces");
        if (namespaces.size() == 0 && !rule.field("clusterScope").isTrue()) {
            namespaces.missing(
                    "resource rules that are not cluster scoped must supply at least one"
                            + " namespace");
        } else if (Wildcards.in(namespaces)) {
            Wildcards.alone(namespaces, "namespaces");
        } else {
            namespaces.each(
                    namespace ->
                            Names.dns1123Label(namespace.text())
                                    .forEach(
                                            problem ->
                                                    namespace.invalid(
                                                            namespace.text(),
                                                            "each member of this list must be '*'"
                                                                    + " or a DNS-1123 label; "
                                                                    + problem)));
        }
    }

    private static void list(Inspection list, String one, String many) {
        if (list.size() == 0) {
            list.missing("resource rules must supply at least one " + one);
        } else {
            Wildcards.alone(list, many);
        }
    }
}
