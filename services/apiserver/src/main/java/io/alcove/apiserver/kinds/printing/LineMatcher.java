package io.alcove.apiserver.kinds.printing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines that two texts have in common, found as difflib finds them: the longest block first,
 * then what lies left and right of it. In long texts, lines that occur often start no block.
 */
final class LineMatcher {

    private static final int LONG = 200;

    /** Lines a.. of one and b.. of the other are the same; the last match has no lines. */
    record Match(int a, int b, int size) {}

    private final List<String> a;
    private final List<String> b;
    private final Map<String, List<Integer>> places = new HashMap<>();
    private final List<Match> found = new ArrayList<>();

    LineMatcher(List<String> a, List<String> b) {
        this.a = a;
        this.b = b;
        for (int i = 0; i < b.size(); i++) {
            places.computeIfAbsent(b.get(i), _ -> new ArrayList<>()).add(i);
        }
        if (b.size() >= LONG) {
            int limit = b.size() / 100 + 1;
            places.values().removeIf(list -> list.size() > limit);
        }
    }

    List<Match> matches() {
        search(0, a.size(), 0, b.size());
        List<Match> joined = new ArrayList<>();
        Match last = new Match(0, 0, 0);
        for (Match match : found) {
            if (last.a + last.size == match.a && last.b + last.size == match.b) {
                last = new Match(last.a, last.b, last.size + match.size);
            } else {
                addNonEmpty(joined, last);
                last = match;
            }
        }
        addNonEmpty(joined, last);
        joined.add(new Match(a.size(), b.size(), 0));
        return joined;
    }

    private static void addNonEmpty(List<Match> matches, Match match) {
        if (match.size > 0) {
            matches.add(match);
        }
    }

    private void search(int fromA, int toA, int fromB, int toB) {
        Match match = longest(fromA, toA, fromB, toB);
        if (match.size == 0) {
            return;
        }
        if (fromA < match.a && fromB < match.b) {
            search(fromA, match.a, fromB, match.b);
        }
        found.add(match);
        int endA = match.a + match.size;
        int endB = match.b + match.size;
        if (endA < toA && endB < toB) {
            search(endA, toA, endB, toB);
        }
    }

    private Match longest(int fromA, int toA, int fromB, int toB) {
        int bestA = fromA;
        int bestB = fromB;
        int best = 0;
        Map<Integer, Integer> lengths = Map.of();
        for (int i = fromA; i < toA; i++) {
            Map<Integer, Integer> next = new HashMap<>();
            for (int j : places.getOrDefault(a.get(i), List.of())) {
                if (j < fromB || j >= toB) {
                    continue;
                }
                int length = lengths.getOrDefault(j - 1, 0) + 1;
                next.put(j, length);
                if (length > best) {
                    bestA = i - length + 1;
                    bestB = j - length + 1;
                    best = length;
                }
            }
            lengths = next;
        }
        while (bestA > fromA && bestB > fromB && a.get(bestA - 1).equals(b.get(bestB - 1))) {
            bestA--;
            bestB--;
            best++;
        }
        while (bestA + best < toA
                && bestB + best < toB
                && a.get(bestA + best).equals(b.get(bestB + best))) {
            best++;
        }
        return new Match(bestA, bestB, best);
    }
}
