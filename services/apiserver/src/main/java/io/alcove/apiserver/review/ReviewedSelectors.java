package io.alcove.apiserver.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apimachinery.selector.FieldSelector;
import io.alcove.apimachinery.selector.InvalidSelectorException;
import io.alcove.apimachinery.selector.LabelSelector;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.request.Selectors;
import java.util.ArrayList;
import java.util.List;

/** The selectors of resourceAttributes, given as text or as requirements. */
final class ReviewedSelectors {

    private static final String PATH = "spec.resourceAttributes.";

    private ReviewedSelectors() {}

    static Selectors of(JsonNode attributes) {
        JsonNode fields = attributes.path("fieldSelector");
        JsonNode labels = attributes.path("labelSelector");
        Selectors selectors =
                Selectors.of(
                        fields.path("rawSelector").asText(""),
                        labels.path("rawSelector").asText(""));
        if (!fields.path("requirements").isEmpty()) {
            FieldSelector read = fields(fields.path("requirements"));
            selectors =
                    selectors.with(read, read.terms().size() < fields.path("requirements").size());
        }
        if (!labels.path("requirements").isEmpty()) {
            selectors = withLabels(selectors, labels.path("requirements"));
        }
        return selectors;
    }

    /** What of them could not be used, for the status of a review. */
    static List<String> errors(Selectors selectors) {
        List<String> errors = new ArrayList<>();
        if (selectors.fieldsUnread()) {
            errors.add(ignored("fieldSelector", selectors.fields().isEverything()));
        }
        if (selectors.labelsUnread()) {
            errors.add(ignored("labelSelector", selectors.labels().isEverything()));
        }
        return errors;
    }

    static List<StatusCause> causes(JsonNode attributes) {
        List<StatusCause> causes = new ArrayList<>();
        for (String kind : List.of("fieldSelector", "labelSelector")) {
            if (attributes.path(kind).isObject()) {
                addCauses(causes, attributes.path(kind), PATH + kind);
            }
        }
        return causes;
    }

    private static void addCauses(List<StatusCause> causes, JsonNode selector, String path) {
        String raw = selector.path("rawSelector").asText("");
        JsonNode requirements = selector.path("requirements");
        if (!raw.isEmpty() && !requirements.isEmpty()) {
            causes.add(
                    new StatusCause(
                            "FieldValueInvalid",
                            "Invalid value: \""
                                    + raw
                                    + "\": may not specified at the same time as requirements",
                            path + ".rawSelector"));
        }
        if (raw.isEmpty() && requirements.isEmpty()) {
            causes.add(
                    required(
                            path + ".requirements",
                            "when "
                                    + path
                                    + " is specified, requirements or rawSelector is required"));
        }
        for (int i = 0; i < requirements.size(); i++) {
            addCauses(causes, requirements.path(i), path + ".requirements[" + i + "]", path);
        }
    }

    private static void addCauses(
            List<StatusCause> causes, JsonNode requirement, String path, String selector) {
        boolean values = !requirement.path("values").isEmpty();
        if (selector.endsWith("fieldSelector") && requirement.path("key").asText("").isEmpty()) {
            causes.add(required(path + ".key", "must be specified"));
        }
        switch (requirement.path("operator").asText("")) {
            case "In", "NotIn" -> {
                if (!values) {
                    causes.add(
                            required(
                                    path + ".values",
                                    "must be specified when `operator` is 'In' or 'NotIn'"));
                }
            }
            case "Exists", "DoesNotExist" -> {
                if (values) {
                    causes.add(
                            new StatusCause(
                                    "FieldValueForbidden",
                                    "Forbidden: may not be specified when `operator` is 'Exists' or"
                                            + " 'DoesNotExist'",
                                    path + ".values"));
                }
            }
            default -> {} // of a newer client: it is ignored
        }
        if (selector.endsWith("labelSelector")) {
            String key = requirement.path("key").asText("");
            for (String problem : LabelNames.key(key)) {
                causes.add(
                        new StatusCause(
                                "FieldValueInvalid",
                                "Invalid value: \"" + key + "\": " + problem,
                                path + ".key"));
            }
        }
    }

    private static StatusCause required(String path, String why) {
        return new StatusCause("FieldValueRequired", "Required value: " + why, path);
    }

    private static Selectors withLabels(Selectors selectors, JsonNode requirements) {
        ObjectNode selector = JsonNodeFactory.instance.objectNode();
        boolean unread = false;
        for (JsonNode requirement : requirements) {
            ObjectNode one = JsonNodeFactory.instance.objectNode();
            one.putArray("matchExpressions").add(requirement);
            try {
                var _ = LabelSelector.of(one);
                selector.withArray("matchExpressions").add(requirement);
            } catch (InvalidSelectorException _) {
                unread = true;
            }
        }
        return selectors.with(LabelSelector.of(selector), unread);
    }

    private static FieldSelector fields(JsonNode requirements) {
        List<FieldSelector.Term> terms = new ArrayList<>();
        for (JsonNode requirement : requirements) {
            String operator = requirement.path("operator").asText("");
            if (requirement.path("values").size() == 1
                    && (operator.equals("In") || operator.equals("NotIn"))) {
                terms.add(
                        new FieldSelector.Term(
                                requirement.path("key").asText(""),
                                operator.equals("In"),
                                requirement.path("values").path(0).asText()));
            }
        }
        return new FieldSelector(terms);
    }

    private static String ignored(String field, boolean whole) {
        return PATH + field + (whole ? "" : " partially") + " ignored due to parse error";
    }
}
