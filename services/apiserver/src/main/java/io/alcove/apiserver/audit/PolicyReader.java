package io.alcove.apiserver.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads the file of --audit-policy-file, and refuses what upstream refuses. */
public final class PolicyReader {

    private static final Set<String> VERSIONS = Set.of("audit.k8s.io/v1");
    private static final Set<String> POLICY_FIELDS =
            Set.of("apiVersion", "kind", "metadata", "rules", "omitStages", "omitManagedFields");
    private static final Set<String> RULE_FIELDS =
            Set.of(
                    "level",
                    "users",
                    "userGroups",
                    "verbs",
                    "resources",
                    "namespaces",
                    "nonResourceURLs",
                    "omitStages",
                    "omitManagedFields");

    private PolicyReader() {}

    /**
     * @throws IllegalArgumentException where it is no valid policy
     */
    public static AuditPolicy read(JsonNode root) {
        if (!VERSIONS.contains(root.path("apiVersion").asText())
                || !root.path("kind").asText().equals("Policy")) {
            throw new IllegalArgumentException(
                    "no audit.k8s.io/v1 Policy: "
                            + root.path("apiVersion").asText()
                            + " "
                            + root.path("kind").asText());
        }
        requireKnown(root, POLICY_FIELDS, "policy");
        Set<Stage> omitted = stages(root.path("omitStages"), "omitStages");
        List<AuditRule> rules = new ArrayList<>();
        for (JsonNode rule : root.path("rules")) {
            rules.add(
                    rule(
                            rule,
                            omitted,
                            root.path("omitManagedFields").asBoolean(false),
                            "rules[" + rules.size() + "]"));
        }
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("loaded illegal policy with 0 rules");
        }
        return new AuditPolicy(List.copyOf(rules));
    }

    private static AuditRule rule(
            JsonNode rule, Set<Stage> omittedByAll, boolean omitManagedFields, String path) {
        requireKnown(rule, RULE_FIELDS, path);
        String word = rule.path("level").asText();
        Level level =
                Level.of(word)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                path
                                                        + ".level: Unsupported value: \""
                                                        + word
                                                        + "\": supported values: \"Metadata\","
                                                        + " \"None\", \"Request\","
                                                        + " \"RequestResponse\""));
        Set<Stage> omitted = EnumSet.noneOf(Stage.class);
        omitted.addAll(omittedByAll);
        omitted.addAll(stages(rule.path("omitStages"), path + ".omitStages"));
        AuditRule read =
                new AuditRule(
                        texts(rule.path("users")),
                        texts(rule.path("userGroups")),
                        texts(rule.path("verbs")),
                        selectors(rule.path("resources"), path + ".resources"),
                        texts(rule.path("namespaces")),
                        urls(rule.path("nonResourceURLs"), path + ".nonResourceURLs"),
                        new AuditDecision(
                                level,
                                omitted,
                                rule.path("omitManagedFields").asBoolean(omitManagedFields)));
        boolean places = !read.resources().isEmpty() || !read.namespaces().isEmpty();
        if (places && !read.nonResourceUrls().isEmpty()) {
            throw new IllegalArgumentException(
                    path
                            + ".nonResourceURLs: rules cannot apply to both regular resources and"
                            + " non-resource URLs");
        }
        return read;
    }

    private static List<ResourceSelector> selectors(JsonNode resources, String path) {
        List<ResourceSelector> selectors = new ArrayList<>();
        for (JsonNode resource : resources) {
            ResourceSelector selector =
                    new ResourceSelector(
                            resource.path("group").asText(""),
                            texts(resource.path("resources")),
                            texts(resource.path("resourceNames")));
            if (!selector.names().isEmpty() && selector.resources().isEmpty()) {
                throw new IllegalArgumentException(
                        path
                                + ".resourceNames: using resourceNames requires at least one"
                                + " resource");
            }
            selectors.add(selector);
        }
        return selectors;
    }

    private static List<String> urls(JsonNode urls, String path) {
        List<String> texts = texts(urls);
        for (String url : texts) {
            if (!url.equals("*") && !url.startsWith("/")) {
                throw new IllegalArgumentException(
                        path + ": non-resource URL rules must begin with a '/' character");
            }
            int star = url.indexOf('*');
            if (star >= 0 && star < url.length() - 1) {
                throw new IllegalArgumentException(
                        path
                                + ": non-resource URL wildcards '*' must be the final character of"
                                + " the rule");
            }
        }
        return texts;
    }

    private static Set<Stage> stages(JsonNode words, String path) {
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        for (String word : texts(words)) {
            stages.add(
                    Stage.of(word)
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    path
                                                            + ": allowed stages are"
                                                            + " RequestReceived,"
                                                            + "ResponseStarted,ResponseComplete,Panic")));
        }
        return stages;
    }

    private static void requireKnown(JsonNode node, Set<String> known, String path) {
        node.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!known.contains(name)) {
                                throw new IllegalArgumentException(
                                        path + ": unknown field \"" + name + "\"");
                            }
                        });
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return List.copyOf(texts);
    }
}
