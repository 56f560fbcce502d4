package io.alcove.apimachinery.names;

import java.util.ArrayList;
import java.util.List;

/** The forms of label keys (upstream's qualified names) and label values, as {@link Names}. */
public final class LabelNames {

    private static final Format KEY =
            new Format(
                    "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]",
                    "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
                    "MyName",
                    "my.name",
                    "123-abc");
    private static final Format VALUE =
            new Format(
                    "(" + KEY.regex() + ")?",
                    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
                    "MyValue",
                    "my_value",
                    "12345");

    private LabelNames() {}

    /** An optional DNS subdomain and a slash, then a name: "app", "example.com/role". */
    public static List<String> key(String key) {
        List<String> problems = new ArrayList<>();
        String[] parts = key.split("/", -1);
        if (parts.length > 2) {
            problems.add(
                    "a valid label key "
                            + KEY.problem()
                            + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
            return problems;
        }
        if (parts.length == 2) {
            addPrefixProblems(parts[0], problems);
        }
        addNameProblems(parts[parts.length - 1], problems);
        return problems;
    }

    public static List<String> value(String value) {
        List<String> problems = new ArrayList<>();
        if (Format.bytes(value) > Names.LABEL_MAX_LENGTH) {
            problems.add(tooManyBytes(Names.LABEL_MAX_LENGTH));
        }
        if (!VALUE.matches(value)) {
            problems.add(VALUE.problem());
        }
        return problems;
    }

    private static void addPrefixProblems(String prefix, List<String> problems) {
        if (prefix.isEmpty()) {
            problems.add("prefix part must be non-empty");
            return;
        }
        for (String problem : Names.dns1123Subdomain(prefix)) {
            problems.add("prefix part " + problem.replace("253 characters", "253 bytes"));
        }
    }

    private static void addNameProblems(String name, List<String> problems) {
        if (name.isEmpty()) {
            problems.add("name part must be non-empty");
        } else if (Format.bytes(name) > Names.LABEL_MAX_LENGTH) {
            problems.add("name part " + tooManyBytes(Names.LABEL_MAX_LENGTH));
        }
        if (!KEY.matches(name)) {
            problems.add("name part " + KEY.problem());
        }
    }

    private static String tooManyBytes(int limit) {
        return "must be no more than " + limit + " bytes";
    }
}
