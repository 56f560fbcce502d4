package io.alcove.apiserver.linearizability;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks for one order of the requests for an object, in which each stands between its start and its
 * end and every answer is right, as Wing and Gong describe; what was found to lead nowhere is
 * remembered, as Lowe does.
 */
final class LinearizabilityChecker {

    /** How many states are tried for one object before the check is given up. */
    private static final int MAX_STATES = 2_000_000;

    private final List<Operation> operations;
    private final Set<State> seen = new HashSet<>();
    private final BitSet done = new BitSet();
    private int longest;

    private record State(BitSet done, String value) {}

    private LinearizabilityChecker(List<Operation> operations) {
        this.operations =
                operations.stream()
                        .sorted(Comparator.comparingLong(Operation::startNanos))
                        .toList();
    }

    /** What cannot be explained; empty where everything can. */
    static Optional<String> check(List<Operation> history) {
        Map<String, List<Operation>> byKey =
                history.stream().collect(Collectors.groupingBy(Operation::key));
        for (Map.Entry<String, List<Operation>> key : byKey.entrySet()) {
            LinearizabilityChecker checker = new LinearizabilityChecker(key.getValue());
            if (!checker.search(Operation.ABSENT)) {
                return Optional.of(checker.failure(key.getKey()));
            }
        }
        return Optional.empty();
    }

    private String failure(String key) {
        return "no order of the requests for %s explains their answers beyond %d of %d:%n%s"
                .formatted(
                        key,
                        longest,
                        operations.size(),
                        operations.stream()
                                .map(Operation::toString)
                                .collect(Collectors.joining("\n")));
    }

    private record Step(int operation, String before) {}

    /** Without recursion: histories are longer than stacks are deep. */
    private boolean search(String start) {
        List<Step> path = new ArrayList<>();
        String value = start;
        int from = 0;
        while (true) {
            int next = next(from, value);
            if (next >= 0) {
                path.add(new Step(next, value));
                done.set(next);
                value = operations.get(next).after(value);
                longest = Math.max(longest, done.cardinality());
                from = 0;
                if (allAnsweredDone()) {
                    return true;
                }
            } else if (path.isEmpty()) {
                return false;
            } else {
                Step last = path.removeLast();
                done.clear(last.operation());
                value = last.before();
                from = last.operation() + 1;
            }
        }
    }

    private boolean allAnsweredDone() {
        for (int i = done.nextClearBit(0); i < operations.size(); i = done.nextClearBit(i + 1)) {
            if (operations.get(i).answer() != Operation.Answer.UNKNOWN) {
                return false;
            }
        }
        return true;
    }

    /**
     * The first operation from an index on that may come next and was not tried so; -1 for none.
     */
    private int next(int from, String value) {
        long earliestEnd = earliestEnd();
        for (int i = done.nextClearBit(from); i < operations.size(); i = done.nextClearBit(i + 1)) {
            Operation candidate = operations.get(i);
            if (candidate.startNanos() > earliestEnd) {
                return -1;
            }
            if (candidate.explains(value) && isNew(i, candidate.after(value))) {
                return i;
            }
        }
        return -1;
    }

    /** Nothing that began after another had ended comes before it. */
    private long earliestEnd() {
        long earliest = Long.MAX_VALUE;
        for (int i = done.nextClearBit(0); i < operations.size(); i = done.nextClearBit(i + 1)) {
            Operation open = operations.get(i);
            if (open.startNanos() > earliest) {
                break;
            }
            earliest = Math.min(earliest, open.endNanos());
        }
        return earliest;
    }

    private boolean isNew(int operation, String value) {
        BitSet with = (BitSet) done.clone();
        with.set(operation);
        if (seen.size() > MAX_STATES) {
            throw new IllegalStateException("the history is too long to be checked");
        }
        return seen.add(new State(with, value));
    }
}
