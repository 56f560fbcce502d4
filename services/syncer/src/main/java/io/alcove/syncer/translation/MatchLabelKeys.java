package io.alcove.syncer.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.syncer.mark.LabelTranslation;
import org.jspecify.annotations.Nullable;

/**
 * Writes what matchLabelKeys and mismatchLabelKeys stand for into the selector beside them, where
 * the API server has not, so that the host does not have to know these fields.
 */
final class MatchLabelKeys {

    private MatchLabelKeys() {}

    static void fold(ObjectNode holder, ObjectNode hostSelector, ApiObject virtualPod) {
        fold(holder.remove("matchLabelKeys"), "In", hostSelector, virtualPod);
        fold(holder.remove("mismatchLabelKeys"), "NotIn", hostSelector, virtualPod);
    }

    private static void fold(
            @Nullable JsonNode keys,
            String operator,
            ObjectNode hostSelector,
            ApiObject virtualPod) {
        if (keys == null) {
            return;
        }
        for (JsonNode key : keys) {
            virtualPod
                    .label(key.asText())
                    .ifPresent(
                            value ->
                                    require(
                                            hostSelector,
                                            LabelTranslation.key(key.asText()),
                                            operator,
                                            value));
        }
    }

    private static void require(
            ObjectNode hostSelector, String key, String operator, String value) {
        for (JsonNode expression : hostSelector.path("matchExpressions")) {
            if (expression.path("key").asText().equals(key)
                    && expression.path("operator").asText().equals(operator)) {
                return;
            }
        }
        hostSelector
                .withArray("matchExpressions")
                .addObject()
                .put("key", key)
                .put("operator", operator)
                .putArray("values")
                .add(value);
    }
}
