package io.alcove.apiserver.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apiserver.expression.Expression;
import io.alcove.apiserver.expression.ExpressionException;
import io.alcove.apiserver.request.UserInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the claims of a token have to be, and which user they make. */
record ClaimRules(
        ClaimValue username,
        ClaimValue groups,
        ClaimValue uid,
        List<Extra> extra,
        Map<String, String> requiredClaims,
        List<Rule> claimRules,
        List<Rule> userRules) {

    private static final String CREDENTIAL = "authentication.kubernetes.io/credential-id";

    private static final String EVALUATING = "oidc: error evaluating ";

    record Extra(String key, ClaimValue.Computed value) {}

    /**
     * @param message of the refusal; empty for a general one
     */
    record Rule(String text, Expression expression, String message) {}

    UserInfo user(JsonNode claims) throws TokenRefusal {
        UserInfo user = new UserInfo(name(claims), uid(claims), groups(claims), extra(claims));
        for (Map.Entry<String, String> required : requiredClaims.entrySet()) {
            require(claims, required.getKey(), required.getValue());
        }
        check(claimRules, "claims", claims, "claim validation expression");
        if (!userRules.isEmpty()) {
            JsonNode node = ClaimValue.user(user.name(), user.uid(), user.groups(), user.extra());
            check(userRules, "user", node, "user info validation rule");
        }
        return user;
    }

    private String name(JsonNode claims) throws TokenRefusal {
        return switch (username) {
            case ClaimValue.Claim(String claim, String prefix) -> {
                String name = text(claims, claim, "oidc: parse username claims");
                if (claim.equals("email") && claims.has("email_verified")) {
                    JsonNode verified = claims.path("email_verified");
                    if (!verified.isBoolean()) {
                        throw new TokenRefusal("oidc: parse 'email_verified' claim: not a bool");
                    }
                    if (!verified.asBoolean()) {
                        throw new TokenRefusal("oidc: email not verified");
                    }
                }
                yield prefix + name;
            }
            case ClaimValue.Computed computed -> {
                JsonNode value = computed.of(claims, EVALUATING + "username claim expression: ");
                if (!value.isTextual()) {
                    throw new TokenRefusal(
                            "oidc: error evaluating username claim expression: username claim expression must return a string");
                }
                if (value.asText().isEmpty()) {
                    throw new TokenRefusal(
                            "oidc: empty username via CEL expression is not allowed");
                }
                yield value.asText();
            }
            case ClaimValue.None _ -> throw new TokenRefusal("oidc: no username is mapped");
        };
    }

    private String uid(JsonNode claims) throws TokenRefusal {
        return switch (uid) {
            case ClaimValue.None _ -> "";
            case ClaimValue.Claim(String claim, String _) ->
                    text(claims, claim, "oidc: parse uid claim");
            case ClaimValue.Computed computed -> {
                JsonNode value = computed.of(claims, EVALUATING + "uid claim expression: ");
                if (!value.isTextual()) {
                    throw new TokenRefusal(
                            "oidc: error evaluating uid claim expression: uid claim expression must return a string");
                }
                yield value.asText();
            }
        };
    }

    private List<String> groups(JsonNode claims) throws TokenRefusal {
        return switch (groups) {
            case ClaimValue.None _ -> List.of();
            case ClaimValue.Claim(String claim, String prefix) -> {
                JsonNode value = claims.path(claim);
                if (value.isMissingNode()) {
                    yield List.of();
                }
                if (value.isTextual()) {
                    yield List.of(prefix + value.asText());
                }
                List<String> all = new ArrayList<>();
                for (JsonNode group : value) {
                    if (!group.isTextual()) {
                        throw notText("oidc: parse groups claim", claim, value);
                    }
                    all.add(prefix + group.asText());
                }
                if (!value.isArray()) {
                    throw notText("oidc: parse groups claim", claim, value);
                }
                yield all;
            }
            case ClaimValue.Computed computed ->
                    ClaimValue.texts(
                            computed.of(claims, EVALUATING + "group claim expression: "),
                            "oidc: error evaluating group claim expression: ");
        };
    }

    private Map<String, List<String>> extra(JsonNode claims) throws TokenRefusal {
        Map<String, List<String>> all = new LinkedHashMap<>();
        if (claims.path("jti").isTextual() && !claims.path("jti").asText().isEmpty()) {
            all.put(CREDENTIAL, List.of("JTI=" + claims.path("jti").asText()));
        }
        for (Extra one : extra) {
            List<String> values =
                    ClaimValue.texts(
                            one.value().of(claims, ""),
                            "oidc: error evaluating extra claim expression: ");
            if (!values.isEmpty()) {
                all.put(one.key(), values);
            }
        }
        return all;
    }

    private static void require(JsonNode claims, String claim, String wanted) throws TokenRefusal {
        if (!claims.has(claim)) {
            throw new TokenRefusal("oidc: required claim " + claim + " not present in ID token");
        }
        String value = text(claims, claim, "oidc: parse claim");
        if (!value.equals(wanted)) {
            throw new TokenRefusal(
                    "oidc: required claim %s value does not match. Got = %s, want = %s"
                            .formatted(claim, value, wanted));
        }
    }

    private static void check(List<Rule> rules, String variable, JsonNode value, String what)
            throws TokenRefusal {
        for (Rule rule : rules) {
            try {
                JsonNode holds = rule.expression().evaluate(Map.of(variable, value));
                if (!holds.isBoolean() || !holds.asBoolean()) {
                    throw new TokenRefusal(
                            "oidc: error evaluating %s: validation expression '%s' failed%s"
                                    .formatted(
                                            what,
                                            rule.text(),
                                            rule.message().isEmpty() ? "" : ": " + rule.message()));
                }
            } catch (ExpressionException e) {
                throw new TokenRefusal(
                        "%s%s: expression '%s' resulted in error: %s"
                                .formatted(EVALUATING, what, rule.text(), e.getMessage()));
            }
        }
    }

    private static String text(JsonNode claims, String claim, String what) throws TokenRefusal {
        if (claims.path(claim).isMissingNode()) {
            throw new TokenRefusal(what + " \"" + claim + "\": claim not present");
        }
        if (!claims.path(claim).isTextual()) {
            throw notText(what, claim, claims.path(claim));
        }
        return claims.path(claim).asText();
    }

    /** As Go says that a value does not fit. */
    private static TokenRefusal notText(String what, String claim, JsonNode value) {
        String kind =
                switch (value.getNodeType()) {
                    case BOOLEAN -> "bool";
                    case ARRAY -> "array";
                    case NUMBER -> "number";
                    default -> "object";
                };
        return new TokenRefusal(
                "%s \"%s\": json: cannot unmarshal %s into Go value of type string"
                        .formatted(what, claim, kind));
    }
}
