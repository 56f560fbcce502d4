package io.alcove.apiserver.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.alcove.apiserver.expression.Expression;
import io.alcove.apiserver.expression.ExpressionException;
import io.alcove.apiserver.expression.Expressions;
import io.alcove.pki.Pem;
import io.alcove.pki.PkiException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one entry of "jwt", with upstream's complaints. */
final class IssuerReader {

    private static final Expression NONE = _ -> NullNode.instance;

    private final Problems problems;
    private final Set<String> disallowed;
    private final Expressions claims;
    private final Expressions users;
    private boolean usesEmail;
    private boolean usesEmailVerified;

    IssuerReader(Problems problems, Set<String> disallowed, Expressions claims, Expressions users) {
        this.problems = problems;
        this.disallowed = disallowed;
        this.claims = claims;
        this.users = users;
    }

    IssuerSettings read(JsonNode entry, String path) {
        problems.known(
                entry,
                path,
                Set.of("issuer", "claimValidationRules", "claimMappings", "userValidationRules"));
        JsonNode issuer = entry.path("issuer");
        String at = path + ".issuer";
        problems.known(
                issuer,
                at,
                Set.of(
                        "url",
                        "discoveryURL",
                        "certificateAuthority",
                        "audiences",
                        "audienceMatchPolicy",
                        "egressSelectorType"));
        String url = issuer.path("url").asText("");
        if (url.isEmpty()) {
            problems.required(at + ".url", "");
        } else {
            checkUrl(url, at + ".url", disallowed);
        }
        if (!issuer.path("egressSelectorType").asText("").isEmpty()) {
            problems.add(at + ".egressSelectorType", "egress selectors are not supported");
        }
        return new IssuerSettings(
                url,
                discovery(issuer, url, at + ".discoveryURL"),
                authority(issuer, at + ".certificateAuthority"),
                audiences(issuer, at),
                Set.copyOf(IssuerSettings.ALL_ALGORITHMS),
                rules(entry, path));
    }

    private Optional<String> discovery(JsonNode issuer, String url, String path) {
        String discovery = issuer.path("discoveryURL").asText("");
        if (discovery.isEmpty()) {
            return Optional.empty();
        }
        if (stripped(discovery).equals(stripped(url))) {
            problems.invalid(path, discovery, "discoveryURL must be different from URL");
        }
        checkUrl(discovery, path, Set.of());
        return Optional.of(discovery);
    }

    private static String stripped(String url) {
        return url.replaceAll("/+$", "");
    }

    private void checkUrl(String url, String path, Set<String> without) {
        if (without.contains(url)) {
            problems.invalid(
                    path,
                    url,
                    "URL must not overlap with disallowed issuers: ["
                            + String.join(" ", without.stream().sorted().toList())
                            + "]");
        }
        try {
            URI uri = URI.create(url);
            if (!"https".equals(uri.getScheme())) {
                problems.invalid(path, url, "URL scheme must be https");
            }
            if (uri.getRawUserInfo() != null) {
                problems.invalid(path, url, "URL must not contain a username or password");
            }
            if (uri.getRawQuery() != null) {
                problems.invalid(path, url, "URL must not contain a query");
            }
            if (uri.getRawFragment() != null) {
                problems.invalid(path, url, "URL must not contain a fragment");
            }
        } catch (IllegalArgumentException e) {
            problems.invalid(path, url, String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> authority(JsonNode issuer, String path) {
        String pem = issuer.path("certificateAuthority").asText("");
        if (pem.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (Pem.certificates(pem).isEmpty()) {
                problems.invalid(path, "<omitted>", "data does not contain any valid certificates");
            }
        } catch (PkiException _) {
            problems.invalid(
                    path, "<omitted>", "data does not contain any valid RSA or ECDSA certificates");
        }
        return Optional.of(pem);
    }

    private Set<String> audiences(JsonNode issuer, String at) {
        Set<String> audiences = new LinkedHashSet<>();
        JsonNode given = issuer.path("audiences");
        if (given.isEmpty()) {
            problems.required(at + ".audiences", "at least one " + at + ".audiences is required");
        }
        for (int i = 0; i < given.size(); i++) {
            String path = at + ".audiences[" + i + "]";
            if (given.path(i).asText("").isEmpty()) {
                problems.required(path, "");
            } else if (!audiences.add(given.path(i).asText())) {
                problems.add(path, "Duplicate value: " + given.path(i));
            }
        }
        String policy = issuer.path("audienceMatchPolicy").asText("");
        if (given.size() > 1 && !policy.equals("MatchAny")) {
            problems.invalid(
                    at + ".audienceMatchPolicy",
                    policy,
                    "audienceMatchPolicy must be MatchAny for multiple audiences");
        }
        if (given.size() == 1 && !policy.isEmpty() && !policy.equals("MatchAny")) {
            problems.invalid(
                    at + ".audienceMatchPolicy",
                    policy,
                    "audienceMatchPolicy must be empty or MatchAny for single audience");
        }
        return audiences;
    }

    private ClaimRules rules(JsonNode entry, String path) {
        JsonNode mappings = entry.path("claimMappings");
        String at = path + ".claimMappings";
        problems.known(mappings, at, Set.of("username", "groups", "uid", "extra"));
        ClaimValue username = prefixed(mappings.path("username"), at + ".username", true);
        ClaimValue groups = prefixed(mappings.path("groups"), at + ".groups", false);
        ClaimValue uid = plain(mappings.path("uid"), at + ".uid");
        String userText = mappings.path("username").path("expression").asText("");
        usesEmail = userText.contains("claims.email");
        usesEmailVerified |= userText.contains("claims.email_verified");
        List<ClaimRules.Extra> extra = extra(mappings.path("extra"), at + ".extra");
        Map<String, String> required = new LinkedHashMap<>();
        List<ClaimRules.Rule> claimRules =
                claimRules(
                        entry.path("claimValidationRules"),
                        path + ".claimValidationRules",
                        required);
        if (usesEmail && !usesEmailVerified) {
            problems.invalid(
                    at + ".username.expression",
                    userText,
                    "claims.email_verified must be used in claimMappings.username.expression or claimMappings.extra[*].valueExpression or claimValidationRules[*].expression when claims.email is used in claimMappings.username.expression");
        }
        return new ClaimRules(
                username,
                groups,
                uid,
                extra,
                required,
                claimRules,
                userRules(entry.path("userValidationRules"), path + ".userValidationRules"));
    }

    private ClaimValue prefixed(JsonNode node, String path, boolean needed) {
        problems.known(node, path, Set.of("claim", "prefix", "expression"));
        String claim = node.path("claim").asText("");
        String expression = node.path("expression").asText("");
        boolean hasPrefix = node.hasNonNull("prefix");
        if (!claim.isEmpty() && !expression.isEmpty()) {
            problems.invalid(path, "", "claim and expression can't both be set");
        } else if (claim.isEmpty() && expression.isEmpty()) {
            if (needed) {
                problems.required(path, "claim or expression is required");
            } else if (hasPrefix) {
                problems.invalid(
                        path + ".prefix",
                        node.path("prefix").asText(),
                        "non-empty prefix is not allowed when claim is not set");
            }
            return new ClaimValue.None();
        }
        if (!expression.isEmpty()) {
            if (hasPrefix) {
                problems.invalid(
                        path + ".prefix",
                        node.path("prefix").asText(),
                        "prefix can't be set when expression is set");
            }
            return computed(expression, path + ".expression");
        }
        if (!hasPrefix) {
            problems.required(
                    path + ".prefix",
                    "prefix is required when claim is set. It can be set to an empty string to disable prefixing");
        }
        return new ClaimValue.Claim(claim, node.path("prefix").asText(""));
    }

    private ClaimValue plain(JsonNode node, String path) {
        problems.known(node, path, Set.of("claim", "expression"));
        String claim = node.path("claim").asText("");
        String expression = node.path("expression").asText("");
        if (!claim.isEmpty() && !expression.isEmpty()) {
            problems.invalid(path, "", "claim and expression can't both be set");
        }
        if (!expression.isEmpty()) {
            return computed(expression, path + ".expression");
        }
        return claim.isEmpty() ? new ClaimValue.None() : new ClaimValue.Claim(claim, "");
    }

    private List<ClaimRules.Extra> extra(JsonNode given, String at) {
        List<ClaimRules.Extra> extra = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String path = at + "[" + i + "]";
            String key = given.path(i).path("key").asText("");
            String text = given.path(i).path("valueExpression").asText("");
            if (key.isEmpty()) {
                problems.required(path + ".key", "");
            } else if (!key.equals(key.toLowerCase(Locale.ROOT))) {
                problems.invalid(path + ".key", key, "key must be lowercase");
            } else if (key.indexOf('/') <= 0) {
                problems.invalid(
                        path + ".key",
                        key,
                        "must be a domain-prefixed path (such as \"acme.io/foo\")");
            } else if (key.substring(0, key.indexOf('/'))
                    .matches("(.*\\.)?(kubernetes|k8s)\\.io")) {
                problems.invalid(
                        path + ".key",
                        key,
                        "kubernetes.io, k8s.io and their subdomains are reserved for Kubernetes use");
            }
            if (!seen.add(key)) {
                problems.add(path + ".key", "Duplicate value: \"" + key + "\"");
            }
            if (text.isEmpty()) {
                problems.required(path + ".valueExpression", "");
                continue;
            }
            usesEmailVerified |= text.contains("claims.email_verified");
            extra.add(new ClaimRules.Extra(key, computed(text, path + ".valueExpression")));
        }
        return extra;
    }

    private List<ClaimRules.Rule> claimRules(
            JsonNode given, String at, Map<String, String> required) {
        List<ClaimRules.Rule> rules = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            JsonNode rule = given.path(i);
            String path = at + "[" + i + "]";
            problems.known(rule, path, Set.of("claim", "requiredValue", "expression", "message"));
            String claim = rule.path("claim").asText("");
            String text = rule.path("expression").asText("");
            if (!claim.isEmpty() && !text.isEmpty()) {
                problems.invalid(path, claim, "claim and expression can't both be set");
            } else if (claim.isEmpty() && text.isEmpty()) {
                problems.required(path, "claim or expression is required");
            } else if (claim.isEmpty()) {
                usesEmailVerified |= text.contains("claims.email_verified");
                rules.add(
                        new ClaimRules.Rule(
                                text,
                                compile(claims, text, path + ".expression"),
                                rule.path("message").asText("")));
            } else {
                required.put(claim, rule.path("requiredValue").asText(""));
            }
        }
        return rules;
    }

    private List<ClaimRules.Rule> userRules(JsonNode given, String at) {
        List<ClaimRules.Rule> rules = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String text = given.path(i).path("expression").asText("");
            String path = at + "[" + i + "].expression";
            if (text.isEmpty()) {
                problems.required(path, "expression is required");
                continue;
            }
            rules.add(
                    new ClaimRules.Rule(
                            text,
                            compile(users, text, path),
                            given.path(i).path("message").asText("")));
        }
        return rules;
    }

    private ClaimValue.Computed computed(String text, String path) {
        return new ClaimValue.Computed(text, compile(claims, text, path));
    }

    private Expression compile(Expressions expressions, String text, String path) {
        try {
            return expressions.compile(text);
        } catch (ExpressionException e) {
            problems.invalid(path, text, String.valueOf(e.getMessage()));
            return NONE;
        }
    }
}
