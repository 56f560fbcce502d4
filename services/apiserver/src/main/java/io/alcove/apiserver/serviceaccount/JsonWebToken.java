package io.alcove.apiserver.serviceaccount;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A signed token in compact form.
 *
 * @param content the bytes that are signed
 */
public record JsonWebToken(JsonNode header, JsonNode claims, byte[] content, byte[] signature) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PARTS = 3;

    /** Empty where the text is no such token. Nothing is verified. */
    public static Optional<JsonWebToken> parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            Base64.Decoder decoder = Base64.getUrlDecoder();
            return Optional.of(
                    new JsonWebToken(
                            JSON.readTree(decoder.decode(parts[0])),
                            JSON.readTree(decoder.decode(parts[1])),
                            (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
                            decoder.decode(parts[2])));
        } catch (IllegalArgumentException | IOException _) {
            return Optional.empty();
        }
    }

    static String sign(ObjectNode claims, TokenKeys.SigningKey key) {
        ObjectNode header =
                JSON.createObjectNode()
                        .put("alg", key.verifier().algorithm().name())
                        .put("kid", key.verifier().id());
        String content = encode(header) + "." + encode(claims);
        return content + "." + base64(key.sign(content.getBytes(StandardCharsets.US_ASCII)));
    }

    public String issuer() {
        return claims.path("iss").asText("");
    }

    /** Empty for a token that is for any of the API's. */
    public List<String> audiences() {
        JsonNode given = claims.path("aud");
        return given.isTextual()
                ? List.of(given.asText())
                : StreamSupport.stream(given.spliterator(), false).map(JsonNode::asText).toList();
    }

    /**
     * @param implied the audiences of a token that names none
     */
    List<String> commonAudiences(List<String> implied, List<String> asked) {
        List<String> own = audiences().isEmpty() ? implied : audiences();
        return own.stream().filter(asked::contains).toList();
    }

    Optional<String> audienceRefusal(List<String> implied, List<String> asked) {
        List<String> own = audiences().isEmpty() ? implied : audiences();
        return commonAudiences(implied, asked).isEmpty()
                ? Optional.of(
                        "token audiences %s is invalid for the target audiences %s"
                                .formatted(quoted(own), quoted(asked)))
                : Optional.empty();
    }

    private static String quoted(List<String> texts) {
        return texts.stream()
                .map(text -> "\"" + text + "\"")
                .collect(Collectors.joining(" ", "[", "]"));
    }

    public String keyId() {
        return header.path("kid").asText("");
    }

    boolean isSignedBy(TokenKey key) {
        return header.path("alg").asText("").equals(key.algorithm().name())
                && key.verifies(content, signature);
    }

    private static String encode(JsonNode node) {
        try {
            return base64(JSON.writeValueAsBytes(node));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("claims that are no JSON", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
