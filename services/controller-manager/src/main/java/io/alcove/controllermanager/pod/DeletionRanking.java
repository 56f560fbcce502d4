package io.alcove.controllermanager.pod;

import io.alcove.apimachinery.object.ApiObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which pods go first when there are too many, by upstream's eight rules. */
public final class DeletionRanking {

    private static final List<String> PHASES = List.of("Pending", "Unknown", "Running");

    private final Map<String, Integer> podsOnNode;
    private final Instant now;

    private DeletionRanking(Map<String, Integer> podsOnNode, Instant now) {
        this.podsOnNode = podsOnNode;
        this.now = now;
    }

    /**
     * @param related the pods of all owners under the same owner: where more of them share a node,
     *     one of that node goes first
     */
    public static List<ApiObject> first(
            int count, Collection<ApiObject> pods, Collection<ApiObject> related, Instant now) {
        Map<String, Integer> podsOnNode = new HashMap<>();
        for (ApiObject pod : related) {
            PodState state = new PodState(pod);
            if (state.isActive()) {
                podsOnNode.merge(state.nodeName(), 1, Integer::sum);
            }
        }
        Comparator<PodState> order = new DeletionRanking(podsOnNode, now).order();
        return pods.stream()
                .map(PodState::new)
                .sorted(order)
                .limit(count)
                .map(PodState::pod)
                .toList();
    }

    private Comparator<PodState> order() {
        return Comparator.comparing((PodState p) -> !p.nodeName().isEmpty())
                .thenComparingInt(p -> PHASES.indexOf(p.phase()))
                .thenComparing(PodState::isReady)
                .thenComparingInt(PodState::deletionCost)
                .thenComparing(p -> podsOnNode.getOrDefault(p.nodeName(), 0), reversed())
                .thenComparing(byAge(PodState::readySince))
                .thenComparing(PodState::restarts, reversed())
                .thenComparing(byAge(PodState::created));
    }

    /** The younger first; of about the same age, any. */
    private Comparator<PodState> byAge(Function<PodState, Optional<Instant>> since) {
        return (a, b) -> {
            if (since.apply(a).equals(since.apply(b))) {
                return 0;
            }
            int order = Integer.compare(age(since.apply(a)), age(since.apply(b)));
            return order != 0 ? order : a.pod().uid().compareTo(b.pod().uid());
        };
    }

    /** Ages by powers of two, so that pods of about the same age are left to chance. */
    private int age(Optional<Instant> since) {
        if (since.isEmpty()) {
            return 0;
        }
        long nanos = Math.max(1, Duration.between(since.get(), now).toNanos());
        return Long.SIZE - Long.numberOfLeadingZeros(nanos);
    }

    private static Comparator<Integer> reversed() {
        return Comparator.reverseOrder();
    }
}
