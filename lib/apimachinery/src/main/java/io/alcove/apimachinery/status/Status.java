package io.alcove.apimachinery.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * metav1.Status of a failed request. Empty texts, empty causes and a zero retryAfterSeconds are
 * left out of its JSON.
 *
 * @param code the HTTP status
 * @param reason upstream's word ("NotFound")
 * @param continueToken where a list that expired between its pages can go on
 */
public record Status(
        int code, String reason, String message, Details details, String continueToken) {

    public Status(int code, String reason, String message, Details details) {
        this(code, reason, message, details, "");
    }

    /**
     * What the failure is about; group and kind as upstream fills them (kind is often the
     * resource).
     */
    public record Details(
            String group,
            String kind,
            String name,
            String uid,
            List<StatusCause> causes,
            int retryAfterSeconds) {

        /** Stands for no details at all, where any other empty ones are written as {}. */
        public static final Details NONE = new Details("", "", "", "", List.of(), 0);

        public Details {
            causes = List.copyOf(causes);
        }
    }

    public static Status of(StatusReason reason, String message) {
        return new Status(reason.code(), reason.word(), message, Details.NONE);
    }

    /** What upstream answers where it knows no more than the HTTP code: its details are empty. */
    public static Status general(StatusReason reason, String message) {
        return new Status(
                reason.code(), reason.word(), message, new Details("", "", "", "", List.of(), 0));
    }

    /** Reads a Status from its JSON; empty where the node is no Status. */
    public static Optional<Status> parse(JsonNode node) {
        if (!node.path("kind").asText().equals("Status")) {
            return Optional.empty();
        }
        JsonNode details = node.path("details");
        List<StatusCause> causes = new ArrayList<>();
        for (JsonNode cause : details.path("causes")) {
            causes.add(
                    new StatusCause(
                            cause.path("reason").asText(""),
                            cause.path("message").asText(""),
                            cause.path("field").asText("")));
        }
        return Optional.of(
                new Status(
                        node.path("code").asInt(),
                        node.path("reason").asText(""),
                        node.path("message").asText(""),
                        details.isMissingNode()
                                ? Details.NONE
                                : new Details(
                                        details.path("group").asText(""),
                                        details.path("kind").asText(""),
                                        details.path("name").asText(""),
                                        details.path("uid").asText(""),
                                        causes,
                                        details.path("retryAfterSeconds").asInt()),
                        node.path("metadata").path("continue").asText("")));
    }

    /** The same failure, with causes added to its details. */
    public Status withCauses(List<StatusCause> more) {
        List<StatusCause> causes = new ArrayList<>(details.causes());
        causes.addAll(more);
        Details detailed =
                new Details(
                        details.group(),
                        details.kind(),
                        details.name(),
                        details.uid(),
                        causes,
                        details.retryAfterSeconds());
        return new Status(code, reason, message, detailed, continueToken);
    }

    public boolean is(StatusReason other) {
        return reason.equals(other.word());
    }

    @SuppressWarnings("ReferenceEquality") // NONE is told from empty details
    private boolean hasDetails() {
        return details != Details.NONE;
    }

    public ObjectNode toNode() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("kind", "Status").put("apiVersion", "v1");
        putUnlessEmpty(node.putObject("metadata"), "continue", continueToken);
        node.put("status", "Failure").put("message", message);
        putUnlessEmpty(node, "reason", reason);
        if (hasDetails()) {
            ObjectNode detailsNode = node.putObject("details");
            putUnlessEmpty(detailsNode, "name", details.name());
            putUnlessEmpty(detailsNode, "group", details.group());
            putUnlessEmpty(detailsNode, "kind", details.kind());
            putUnlessEmpty(detailsNode, "uid", details.uid());
            if (!details.causes().isEmpty()) {
                ArrayNode causesNode = detailsNode.putArray("causes");
                for (StatusCause cause : details.causes()) {
                    ObjectNode causeNode = causesNode.addObject();
                    putUnlessEmpty(causeNode, "reason", cause.reason());
                    putUnlessEmpty(causeNode, "message", cause.message());
                    putUnlessEmpty(causeNode, "field", cause.field());
                }
            }
            if (details.retryAfterSeconds() > 0) {
                detailsNode.put("retryAfterSeconds", details.retryAfterSeconds());
            }
        }
        return node.put("code", code);
    }

    private static void putUnlessEmpty(ObjectNode node, String field, String value) {
        if (!value.isEmpty()) {
            node.put(field, value);
        }
    }
}
