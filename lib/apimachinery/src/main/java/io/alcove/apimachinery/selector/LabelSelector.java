package io.alcove.apimachinery.selector;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.status.GoText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A set of requirements on labels, all of which must hold. */
public final class LabelSelector {

    private static final LabelSelector EVERYTHING = new LabelSelector(List.of());
    private static final LabelSelector NOTHING = new LabelSelector(List.of());

    private final List<Requirement> requirements;

    private LabelSelector(List<Requirement> requirements) {
        this.requirements = requirements;
    }

    public static LabelSelector everything() {
        return EVERYTHING;
    }

    /** Matches no object, whatever its labels. */
    public static LabelSelector nothing() {
        return NOTHING;
    }

    /**
     * Reads the labelSelector of list options; the empty text selects everything.
     *
     * @throws InvalidSelectorException with upstream's text
     */
    public static LabelSelector parse(String selector) {
        List<Requirement> requirements = new LabelSelectorParser(selector).parse();
        return requirements.isEmpty() ? EVERYTHING : new LabelSelector(requirements);
    }

    /** Selects objects that have all these labels. */
    public static LabelSelector of(Map<String, String> labels) {
        return sorted(
                labels.entrySet().stream()
                        .map(
                                e ->
                                        new Requirement(
                                                e.getKey(), Operator.EQUALS, List.of(e.getValue())))
                        .toList());
    }

    /**
     * Reads a metav1.LabelSelector: absent or null selects nothing, an empty one everything.
     *
     * @throws InvalidSelectorException with upstream's text
     */
    public static LabelSelector of(JsonNode selector) {
        if (selector.isMissingNode() || selector.isNull()) {
            return NOTHING;
        }
        List<Requirement> requirements = new ArrayList<>();
        for (Map.Entry<String, JsonNode> label : selector.path("matchLabels").properties()) {
            requirements.add(
                    Requirement.checked(
                            label.getKey(), Operator.EQUALS, List.of(label.getValue().asText())));
        }
        for (JsonNode expression : selector.path("matchExpressions")) {
            requirements.add(requirement(expression));
        }
        return sorted(requirements);
    }

    public boolean matches(Map<String, String> labels) {
        if (this == NOTHING) {
            return false;
        }
        for (Requirement requirement : requirements) {
            if (!requirement.matches(labels)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it selects every object. */
    public boolean isEverything() {
        return requirements.isEmpty() && this != NOTHING;
    }

    public List<Requirement> requirements() {
        return requirements;
    }

    /** The one value that the selector requires of a label, if it does. */
    public Optional<String> requiredValue(String key) {
        for (Requirement requirement : requirements) {
            if (requirement.key().equals(key)) {
                return switch (requirement.operator()) {
                    case EQUALS, DOUBLE_EQUALS, IN ->
                            requirement.values().size() == 1
                                    ? Optional.of(requirement.values().getFirst())
                                    : Optional.empty();
                    case NOT_IN, NOT_EQUALS, EXISTS, DOES_NOT_EXIST, GREATER_THAN, LESS_THAN ->
                            Optional.empty();
                };
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return requirements.stream().map(Requirement::toString).collect(Collectors.joining(","));
    }

    private static LabelSelector sorted(List<Requirement> requirements) {
        return requirements.isEmpty()
                ? EVERYTHING
                : new LabelSelector(
                        requirements.stream()
                                .sorted(Comparator.comparing(Requirement::key))
                                .toList());
    }

    private static Requirement requirement(JsonNode expression) {
        List<String> values = new ArrayList<>();
        expression.path("values").forEach(value -> values.add(value.asText()));
        String operator = expression.path("operator").asText("");
        return Requirement.checked(expression.path("key").asText(""), operator(operator), values);
    }

    private static Operator operator(String word) {
        return switch (word) {
            case "In" -> Operator.IN;
            case "NotIn" -> Operator.NOT_IN;
            case "Exists" -> Operator.EXISTS;
            case "DoesNotExist" -> Operator.DOES_NOT_EXIST;
            default ->
                    throw new InvalidSelectorException(
                            GoText.quote(word) + " is not a valid label selector operator");
        };
    }
}
