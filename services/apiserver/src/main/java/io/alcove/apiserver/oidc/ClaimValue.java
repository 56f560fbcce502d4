package io.alcove.apiserver.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.alcove.apiserver.expression.Expression;
import io.alcove.apiserver.expression.ExpressionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where a part of the user comes from. */
sealed interface ClaimValue {

    /** Nowhere. */
    record None() implements ClaimValue {}

    /**
     * A claim.
     *
     * @param prefix put before its value
     */
    record Claim(String name, String prefix) implements ClaimValue {}

    /** What an expression makes of the claims. */
    record Computed(String text, Expression expression) implements ClaimValue {

        /**
         * @param what of the user it is, to begin a refusal with
         */
        JsonNode of(JsonNode claims, String what) throws TokenRefusal {
            try {
                return expression.evaluate(Map.of("claims", claims));
            } catch (ExpressionException e) {
                throw new TokenRefusal(
                        "%sexpression '%s' resulted in error: %s"
                                .formatted(what, text, e.getMessage()));
            }
        }
    }

    static JsonNode user(
            String name, String uid, List<String> groups, Map<String, List<String>> extra) {
        var user = JsonNodeFactory.instance.objectNode();
        user.put("username", name);
        user.put("uid", uid);
        var all = user.putArray("groups");
        groups.forEach(all::add);
        var more = user.putObject("extra");
        extra.forEach((key, values) -> values.forEach(more.withArray("/" + pointer(key))::add));
        return user;
    }

    private static String pointer(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    /** A text, or a list of texts; empty texts are left out. */
    static List<String> texts(JsonNode value, String what) throws TokenRefusal {
        List<String> texts = new ArrayList<>();
        if (value.isTextual()) {
            texts.add(value.asText());
        } else if (value.isArray()) {
            for (JsonNode item : value) {
                if (!item.isTextual()) {
                    throw new TokenRefusal(
                            what + "expression must return a string or a list of strings");
                }
                texts.add(item.asText());
            }
        } else if (!value.isNull() && !value.isMissingNode()) {
            throw new TokenRefusal(what + "expression must return a string or a list of strings");
        }
        texts.removeIf(String::isEmpty);
        return texts;
    }
}
