package io.alcove.apiserver.authorization.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apiserver.webhook.WebhookException;

/** Which requests a webhook is asked about. */
@FunctionalInterface
public interface MatchConditions {

    MatchConditions ALL = _ -> true;

    /**
     * @param spec of a SubjectAccessReview
     * @throws WebhookException where a condition fails, and none says no
     */
    boolean match(JsonNode spec) throws WebhookException;
}
