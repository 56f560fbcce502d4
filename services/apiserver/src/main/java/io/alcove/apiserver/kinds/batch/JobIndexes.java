package io.alcove.apiserver.kinds.batch;

import io.alcove.apimachinery.status.GoText;
import java.util.ArrayList;
import java.util.List;

/**
 * Indexes of an indexed Job as text ("1,3-5").
 *
 * @param problem what is wrong with the text in upstream's words, or empty
 */
record JobIndexes(List<Interval> intervals, String problem) {

    /** Both ends belong to it. */
    record Interval(long first, long last) {}

    static JobIndexes parse(String text, long completions) {
        List<Interval> intervals = new ArrayList<>();
        if (text.isEmpty()) {
            return new JobIndexes(intervals, "");
        }
        for (String part : text.split(",", -1)) {
            String problem = add(part, completions, intervals);
            if (!problem.isEmpty()) {
                return new JobIndexes(List.of(), problem);
            }
        }
        return new JobIndexes(intervals, "");
    }

    long total() {
        return intervals.stream().mapToLong(i -> i.last - i.first + 1).sum();
    }

    private static String add(String part, long completions, List<Interval> intervals) {
        String[] ends = part.split("-", -1);
        if (ends.length > 2) {
            return "the fragment "
                    + GoText.quote(part)
                    + " violates the requirement that an index interval can have at most two parts separated by '-'";
        }
        long[] numbers = new long[ends.length];
        for (int i = 0; i < ends.length; i++) {
            try {
                numbers[i] = Integer.parseInt(ends[i]);
            } catch (NumberFormatException _) {
                return "cannot convert string to integer for index: " + GoText.quote(ends[i]);
            }
            if (numbers[i] >= completions) {
                return "too large index: " + GoText.quote(ends[i]);
            }
        }
        long last = numbers[numbers.length - 1];
        if (numbers.length == 2 && numbers[0] >= last) {
            return notIncreasing(numbers[0], last);
        }
        if (!intervals.isEmpty() && intervals.getLast().last >= numbers[0]) {
            return notIncreasing(intervals.getLast().last, numbers[0]);
        }
        intervals.add(new Interval(numbers[0], last));
        return "";
    }

    private static String notIncreasing(long previous, long current) {
        return "non-increasing order, previous: " + previous + ", current: " + current;
    }

    /** The first index that both have, or -1. */
    static long overlap(JobIndexes completed, JobIndexes failed) {
        int c = 0;
        int f = 0;
        while (c < completed.intervals.size() && f < failed.intervals.size()) {
            Interval a = completed.intervals.get(c);
            Interval b = failed.intervals.get(f);
            if (a.first <= b.last && b.first <= a.last) {
                return Math.max(a.first, b.first);
            }
            if (a.first <= b.first) {
                c++;
            } else {
                f++;
            }
        }
        return -1;
    }
}
