package io.alcove.controllermanager.deployment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Spreads a change of size over ReplicaSets in the midst of a rollout, so that it goes no faster.
 */
final class ProportionalScaling {

    private ProportionalScaling() {}

    static List<Rollout.Step> of(Rollout rollout) {
        RolloutSpec spec = rollout.spec();
        List<Revision> active = rollout.all().stream().filter(Revision::isActive).toList();
        if (active.size() <= 1) {
            return only(rollout, active)
                    .filter(r -> r.replicas() != spec.replicas())
                    .<List<Rollout.Step>>map(
                            r -> List.of(new Rollout.Scale(r, spec.replicas(), false)))
                    .orElse(List.of());
        }
        if (rollout.current().filter(r -> isSaturated(r, spec)).isPresent()) {
            return rollout.old().stream()
                    .filter(Revision::isActive)
                    .<Rollout.Step>map(r -> new Rollout.Scale(r, 0, false))
                    .toList();
        }
        return spec.recreate() ? List.of() : spread(rollout, active);
    }

    /** The one with pods, else the newest. */
    private static Optional<Revision> only(Rollout rollout, List<Revision> active) {
        if (!active.isEmpty()) {
            return Optional.of(active.getFirst());
        }
        return rollout.current().or(() -> rollout.old().reversed().stream().findFirst());
    }

    private static boolean isSaturated(Revision current, RolloutSpec spec) {
        return current.replicas() == spec.replicas()
                && current.desired().orElse(-1) == spec.replicas()
                && current.available() == spec.replicas();
    }

    private static List<Rollout.Step> spread(Rollout rollout, List<Revision> active) {
        RolloutSpec spec = rollout.spec();
        int allowed = spec.replicas() > 0 ? spec.replicas() + spec.maxSurge() : 0;
        int toAdd = allowed - Revision.sum(active, Revision::replicas);
        List<Revision> ordered = new ArrayList<>(active);
        ordered.sort(largestFirst(toAdd));
        int[] sizes = ordered.stream().mapToInt(Revision::replicas).toArray();
        int added = 0;
        for (int i = 0; i < sizes.length && toAdd != 0; i++) {
            int share = share(ordered.get(i), rollout, toAdd - added);
            sizes[i] += share;
            added += share;
        }
        if (toAdd != 0) {
            sizes[0] = Math.max(0, sizes[0] + toAdd - added);
        }
        List<Rollout.Step> steps = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            steps.add(new Rollout.Scale(ordered.get(i), sizes[i], true));
        }
        return steps;
    }

    /** Of the same size, the newer grow first and the older shrink first. */
    private static Comparator<Revision> largestFirst(int toAdd) {
        return Comparator.comparingInt(Revision::replicas)
                .reversed()
                .thenComparing(
                        toAdd > 0 ? Revision.OLDEST_FIRST.reversed() : Revision.OLDEST_FIRST);
    }

    private static int share(Revision revision, Rollout rollout, int left) {
        if (left == 0) {
            return 0;
        }
        int fraction = fraction(revision, rollout);
        return left > 0 ? Math.min(fraction, left) : Math.max(fraction, left);
    }

    private static int fraction(Revision revision, Rollout rollout) {
        RolloutSpec spec = rollout.spec();
        if (spec.replicas() == 0) {
            return -revision.replicas();
        }
        int before = revision.maxReplicas();
        if (before == 0) {
            before = Revision.sum(rollout.all(), Revision::actual);
        }
        if (before == 0) {
            return 0;
        }
        double size = revision.replicas() * (double) (spec.replicas() + spec.maxSurge()) / before;
        return (int) Math.round(size) - revision.replicas();
    }
}
