package io.alcove.cel.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with an expression, in the order of its text. */
public final class Issues {

    private static final int MAX_REPORTED = 100;

    private final Source source;
    private final List<Issue> found = new ArrayList<>();

    public Issues(String expression) {
        this.source = new Source(expression);
    }

    public void add(Location location, String message) {
        found.add(new Issue(location, message));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** The text that clients see. */
    public String display() {
        String shown =
                found.stream()
                        .sorted(Comparator.comparing(Issue::location))
                        .limit(MAX_REPORTED)
                        .map(issue -> issue.display(source))
                        .collect(Collectors.joining("\n"));
        return found.size() > MAX_REPORTED
                ? shown + "\n" + (found.size() - MAX_REPORTED) + " more errors were truncated"
                : shown;
    }
}
