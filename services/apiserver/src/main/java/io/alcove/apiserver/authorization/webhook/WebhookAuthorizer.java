package io.alcove.apiserver.authorization.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apiserver.authentication.TokenMemory;
import io.alcove.apiserver.authorization.Authorizer;
import io.alcove.apiserver.authorization.Decision;
import io.alcove.apiserver.authorization.rbac.RuleResolver;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import io.alcove.apiserver.webhook.WebhookClient;
import io.alcove.apiserver.webhook.WebhookException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Asks a webhook by SubjectAccessReview. Its answers are kept for a while. */
public final class WebhookAuthorizer implements Authorizer, RuleResolver {

    private static final Logger LOG = Logger.getLogger(WebhookAuthorizer.class);

    /** Of what a request says of itself; more is not kept. */
    private static final int MAX_KEPT = 10_000;

    private final WebhookClient client;
    private final Settings settings;
    private final TokenMemory<Decision> allowed;
    private final TokenMemory<Decision> refused;

    /**
     * How it is asked.
     *
     * @param version "v1" or "v1beta1" of authorization.k8s.io
     * @param authorizedLife of answers that allow; zero keeps none
     * @param denyOnFailure whether a request is refused where the webhook fails
     */
    public record Settings(
            String version,
            Duration authorizedLife,
            Duration unauthorizedLife,
            boolean denyOnFailure,
            MatchConditions conditions) {}

    public WebhookAuthorizer(WebhookClient client, Settings settings) {
        this.client = client;
        this.settings = settings;
        this.allowed = new TokenMemory<>(settings.authorizedLife());
        this.refused = new TokenMemory<>(settings.unauthorizedLife());
    }

    @Override
    public Rules rules(UserInfo user, String namespace) {
        return new Rules(
                List.of(),
                List.of("webhook authorizer does not support user rule resolution"),
                true);
    }

    @Override
    public Decision authorize(UserInfo user, RequestInfo request) {
        ObjectNode spec = ReviewSpec.of(user, request);
        try {
            if (!settings.conditions().match(spec)) {
                return new Decision.NoOpinion("");
            }
            String key = spec.toString();
            Optional<Decision> known = allowed.get(key).or(() -> refused.get(key));
            return known.isPresent() ? known.get() : ask(spec, key);
        } catch (WebhookException e) {
            LOG.errorf("authorization webhook failed cause=%s", e.getMessage());
            String why = String.valueOf(e.getMessage());
            return settings.denyOnFailure()
                    ? new Decision.Denied("", why)
                    : new Decision.NoOpinion("", why);
        }
    }

    private Decision ask(ObjectNode spec, String key) throws WebhookException {
        Decision decision = decision(client.post(review(spec)).path("status"));
        if (key.length() < MAX_KEPT && decision.error().isEmpty()) {
            (decision instanceof Decision.Allowed ? allowed : refused).put(key, decision);
        }
        return decision;
    }

    private ObjectNode review(ObjectNode spec) {
        ObjectNode review = JsonNodeFactory.instance.objectNode();
        review.put("kind", "SubjectAccessReview");
        review.put("apiVersion", "authorization.k8s.io/" + settings.version());
        review.putObject("metadata").putNull("creationTimestamp");
        ObjectNode sent = review.putObject("spec");
        sent.setAll(spec);
        if (settings.version().equals("v1beta1") && sent.has("groups")) {
            sent.set("group", sent.remove("groups"));
        }
        review.putObject("status").put("allowed", false);
        return review;
    }

    private static Decision decision(JsonNode status) {
        boolean allows = status.path("allowed").asBoolean();
        boolean denies = status.path("denied").asBoolean();
        String reason = status.path("reason").asText("");
        if (denies) {
            return new Decision.Denied(
                    reason,
                    allows
                            ? "webhook subject access review returned both allow and deny response"
                            : "");
        }
        return allows ? new Decision.Allowed(reason) : new Decision.NoOpinion(reason);
    }
}
