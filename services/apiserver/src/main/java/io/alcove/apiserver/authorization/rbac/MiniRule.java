package io.alcove.apiserver.authorization.rbac;

import io.alcove.apimachinery.status.GoText;
import java.util.ArrayList;
import java.util.List;

/**
 * One verb on one resource or path, and at most one name: what rules are taken apart into where one
 * set of them is held against another.
 *
 * @param url empty for a resource
 * @param name empty for all
 */
record MiniRule(String verb, String group, String resource, String name, String url) {

    static List<MiniRule> of(PolicyRule rule) {
        List<MiniRule> parts = new ArrayList<>();
        List<String> names = rule.resourceNames().isEmpty() ? List.of("") : rule.resourceNames();
        for (String group : rule.apiGroups()) {
            for (String resource : rule.resources()) {
                for (String verb : rule.verbs()) {
                    names.forEach(name -> parts.add(new MiniRule(verb, group, resource, name, "")));
                }
            }
        }
        for (String url : rule.nonResourceUrls()) {
            rule.verbs().forEach(verb -> parts.add(new MiniRule(verb, "", "", "", url)));
        }
        return parts;
    }

    boolean isCoveredBy(PolicyRule rule) {
        if (!has(rule.verbs(), verb)) {
            return false;
        }
        if (!url.isEmpty()) {
            return rule.nonResourceUrls().stream().anyMatch(this::isBelow);
        }
        int slash = resource.indexOf('/');
        return has(rule.apiGroups(), group)
                && (has(rule.resources(), resource)
                        || (slash >= 0
                                && rule.resources().contains("*" + resource.substring(slash))))
                && (rule.resourceNames().isEmpty() || rule.resourceNames().contains(name));
    }

    /** The same but for its verb, as refusals gather them. */
    MiniRule withoutVerb() {
        return new MiniRule("", group, resource, name, url);
    }

    String text(List<String> verbs) {
        List<String> parts = new ArrayList<>();
        if (url.isEmpty()) {
            parts.add("APIGroups:" + texts(List.of(group)));
            parts.add("Resources:" + texts(List.of(resource)));
        } else {
            parts.add("NonResourceURLs:" + texts(List.of(url)));
        }
        if (!name.isEmpty()) {
            parts.add("ResourceNames:" + texts(List.of(name)));
        }
        parts.add("Verbs:" + texts(verbs));
        return "{" + String.join(", ", parts) + "}";
    }

    /** As Go prints a list of strings with %q. */
    static String texts(List<String> texts) {
        return "[" + String.join(" ", texts.stream().map(GoText::quote).toList()) + "]";
    }

    private boolean isBelow(String owned) {
        return owned.equals(url)
                || (owned.endsWith("*") && url.startsWith(owned.substring(0, owned.length() - 1)));
    }

    private static boolean has(List<String> values, String value) {
        return values.contains("*") || values.contains(value);
    }
}
