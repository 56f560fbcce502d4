package io.alcove.apiserver.kinds.printing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The changed lines of two texts with three lines of context, as difflib prints them. */
final class UnifiedDiff {

    private static final int CONTEXT = 3;

    /** The lines from..to of each side; equal where they are the same. */
    private record Span(boolean equal, int from, int to, int otherFrom, int otherTo) {}

    private UnifiedDiff() {}

    static String of(String before, String now) {
        List<String> a = Arrays.asList(before.split("\n", -1));
        List<String> b = Arrays.asList(now.split("\n", -1));
        StringBuilder text = new StringBuilder();
        for (List<Span> group : groups(spans(a, b))) {
            Span first = group.getFirst();
            Span last = group.getLast();
            text.append("@@ -")
                    .append(range(first.from, last.to))
                    .append(" +")
                    .append(range(first.otherFrom, last.otherTo))
                    .append(" @@\n");
            for (Span span : group) {
                lines(text, span.equal ? ' ' : '-', a.subList(span.from, span.to));
                if (!span.equal) {
                    lines(text, '+', b.subList(span.otherFrom, span.otherTo));
                }
            }
        }
        return text.toString();
    }

    private static void lines(StringBuilder text, char mark, List<String> lines) {
        lines.forEach(line -> text.append(mark).append(line).append('\n'));
    }

    private static String range(int from, int to) {
        int length = to - from;
        if (length == 1) {
            return Integer.toString(from + 1);
        }
        return (length == 0 ? from : from + 1) + "," + length;
    }

    private static List<Span> spans(List<String> a, List<String> b) {
        List<Span> spans = new ArrayList<>();
        int i = 0;
        int j = 0;
        for (LineMatcher.Match match : new LineMatcher(a, b).matches()) {
            if (i < match.a() || j < match.b()) {
                spans.add(new Span(false, i, match.a(), j, match.b()));
            }
            i = match.a() + match.size();
            j = match.b() + match.size();
            if (match.size() > 0) {
                spans.add(new Span(true, match.a(), i, match.b(), j));
            }
        }
        return spans;
    }

    /** Spans that lie close together, with no more than the context around them. */
    private static List<List<Span>> groups(List<Span> spans) {
        List<List<Span>> groups = new ArrayList<>();
        List<Span> group = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            if (!span.equal) {
                group.add(span);
                continue;
            }
            boolean isFirst = i == 0;
            boolean isLast = i == spans.size() - 1;
            boolean splits = span.to - span.from > 2 * CONTEXT && !isFirst && !isLast;
            if (splits) {
                group.add(head(span));
                groups.add(group);
                group = new ArrayList<>(List.of(tail(span)));
            } else {
                group.add(isFirst ? tail(span) : isLast ? head(span) : span);
            }
        }
        if (group.stream().anyMatch(span -> !span.equal)) {
            groups.add(group);
        }
        return groups;
    }

    private static Span head(Span span) {
        int length = Math.min(CONTEXT, span.to - span.from);
        return new Span(
                true, span.from, span.from + length, span.otherFrom, span.otherFrom + length);
    }

    private static Span tail(Span span) {
        int length = Math.min(CONTEXT, span.to - span.from);
        return new Span(true, span.to - length, span.to, span.otherTo - length, span.otherTo);
    }
}
