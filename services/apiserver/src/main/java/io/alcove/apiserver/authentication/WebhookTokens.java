package io.alcove.apiserver.authentication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apiserver.request.UserInfo;
import io.alcove.apiserver.webhook.WebhookClient;
import io.alcove.apiserver.webhook.WebhookException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/** Tokens that a server elsewhere knows: it is sent a TokenReview. */
public final class WebhookTokens implements TokenAuthenticator {

    private static final Logger LOG = Logger.getLogger(WebhookTokens.class);

    private final WebhookClient client;
    private final String version;
    private final List<String> apiAudiences;
    private final TokenMemory<TokenOutcome> answers;

    /**
     * @param version "v1" or "v1beta1" of authentication.k8s.io
     * @param lifetime of its answers
     */
    public WebhookTokens(
            WebhookClient client, String version, List<String> apiAudiences, Duration lifetime) {
        this.client = client;
        this.version = version;
        this.apiAudiences = List.copyOf(apiAudiences);
        this.answers = new TokenMemory<>(lifetime);
    }

    @Override
    public TokenOutcome authenticate(String token, List<String> audiences) {
        String key = String.join(" ", audiences) + "\n" + token;
        return answers.get(key)
                .orElseGet(
                        () -> {
                            try {
                                TokenOutcome outcome = ask(token, audiences);
                                answers.put(key, outcome);
                                return outcome;
                            } catch (WebhookException e) {
                                LOG.errorf("token webhook failed cause=%s", e.getMessage());
                                return new TokenOutcome.Invalid(String.valueOf(e.getMessage()));
                            }
                        });
    }

    private TokenOutcome ask(String token, List<String> audiences) throws WebhookException {
        ObjectNode review = JsonNodeFactory.instance.objectNode();
        review.put("kind", "TokenReview").put("apiVersion", "authentication.k8s.io/" + version);
        review.putObject("metadata").putNull("creationTimestamp");
        ObjectNode spec = review.putObject("spec").put("token", token);
        ArrayNode asked = spec.putArray("audiences");
        audiences.forEach(asked::add);
        review.putObject("status").putObject("user");
        return outcome(client.post(review).path("status"), audiences);
    }

    private TokenOutcome outcome(JsonNode status, List<String> audiences) {
        List<String> own = texts(status.path("audiences"));
        List<String> known = own.isEmpty() ? apiAudiences : own;
        List<String> common = known.stream().filter(audiences::contains).toList();
        String error = status.path("error").asText("");
        if (common.isEmpty()) {
            return new TokenOutcome.Unknown();
        }
        if (!status.path("authenticated").asBoolean()) {
            return error.isEmpty() ? new TokenOutcome.Unknown() : new TokenOutcome.Invalid(error);
        }
        return new TokenOutcome.Known(user(status.path("user")), common);
    }

    private static UserInfo user(JsonNode user) {
        Map<String, List<String>> extra = new HashMap<>();
        user.path("extra").properties().forEach(e -> extra.put(e.getKey(), texts(e.getValue())));
        return new UserInfo(
                user.path("username").asText(""),
                user.path("uid").asText(""),
                texts(user.path("groups")),
                extra);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }
}
