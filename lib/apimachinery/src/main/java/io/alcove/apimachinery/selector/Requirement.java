package io.alcove.apimachinery.selector;

import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apimachinery.status.GoText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One term of a label selector; its values are sorted where the selector was read from text. */
public record Requirement(String key, Operator operator, List<String> values) {

    public Requirement {
        values = List.copyOf(values);
    }

    /**
     * A requirement whose key, operator and values fit together.
     *
     * @throws InvalidSelectorException with upstream's text
     */
    static Requirement checked(String key, Operator operator, List<String> values) {
        List<String> problems = new ArrayList<>();
        List<String> keyProblems = LabelNames.key(key);
        if (!keyProblems.isEmpty()) {
            problems.add(invalid("key", GoText.quote(key), String.join("; ", keyProblems)));
        }
        addCountProblem(operator, values, problems);
        for (int i = 0; i < values.size(); i++) {
            List<String> valueProblems = LabelNames.value(values.get(i));
            if (!valueProblems.isEmpty()) {
                problems.add(
                        invalid(
                                "values[" + i + "][" + key + "]",
                                GoText.quote(values.get(i)),
                                String.join("; ", valueProblems)));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidSelectorException(aggregate(problems));
        }
        return new Requirement(key, operator, values);
    }

    public boolean matches(Map<String, String> labels) {
        String label = labels.get(key);
        return switch (operator) {
            case IN, EQUALS, DOUBLE_EQUALS -> label != null && values.contains(label);
            case NOT_IN, NOT_EQUALS -> label == null || !values.contains(label);
            case EXISTS -> label != null;
            case DOES_NOT_EXIST -> label == null;
            case GREATER_THAN -> label != null && compare(label) > 0;
            case LESS_THAN -> label != null && compare(label) < 0;
        };
    }

    /** As upstream prints it; one-valued sets too keep their operator. */
    @Override
    public String toString() {
        return switch (operator) {
            case EXISTS -> key;
            case DOES_NOT_EXIST -> "!" + key;
            case EQUALS, DOUBLE_EQUALS, NOT_EQUALS -> key + operator.text() + sortedValues();
            case GREATER_THAN -> key + ">" + sortedValues();
            case LESS_THAN -> key + "<" + sortedValues();
            case IN, NOT_IN -> key + " " + operator.text() + " (" + sortedValues() + ")";
        };
    }

    private String sortedValues() {
        return values.stream().sorted().collect(Collectors.joining(","));
    }

    /** Zero, which is neither greater nor less, where either is no integer. */
    private int compare(String label) {
        try {
            return Long.compare(Long.parseLong(label), Long.parseLong(values.getFirst()));
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private static void addCountProblem(
            Operator operator, List<String> values, List<String> problems) {
        String list = GoText.quoteList(values);
        switch (operator) {
            case IN, NOT_IN -> {
                if (values.isEmpty()) {
                    problems.add(
                            invalid(
                                    "values",
                                    list,
                                    "for 'in', 'notin' operators, values set can't be empty"));
                }
            }
            case EQUALS, DOUBLE_EQUALS, NOT_EQUALS -> {
                if (values.size() != 1) {
                    problems.add(
                            invalid(
                                    "values",
                                    list,
                                    "exact-match compatibility requires one single value"));
                }
            }
            case EXISTS, DOES_NOT_EXIST -> {
                if (!values.isEmpty()) {
                    problems.add(
                            invalid(
                                    "values",
                                    list,
                                    "values set must be empty for exists and does not exist"));
                }
            }
            case GREATER_THAN, LESS_THAN -> addNumberProblems(values, list, problems);
        }
    }

    private static void addNumberProblems(List<String> values, String list, List<String> problems) {
        if (values.size() != 1) {
            problems.add(
                    invalid(
                            "values",
                            list,
                            "for 'Gt', 'Lt' operators, exactly one value is required"));
        }
        for (int i = 0; i < values.size(); i++) {
            if (!isInteger(values.get(i))) {
                problems.add(
                        invalid(
                                "values[" + i + "]",
                                GoText.quote(values.get(i)),
                                "for 'Gt', 'Lt' operators, the value must be an integer"));
            }
        }
    }

    private static boolean isInteger(String text) {
        try {
            Long.parseLong(text);
            return true;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    static String invalid(String field, String value, String why) {
        return field + ": Invalid value: " + value + ": " + why;
    }

    private static String aggregate(List<String> problems) {
        List<String> distinct = problems.stream().distinct().toList();
        return distinct.size() == 1 ? distinct.getFirst() : "[" + String.join(", ", distinct) + "]";
    }
}
