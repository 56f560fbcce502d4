package io.alcove.controllermanager.deployment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is observed of a Deployment.
 *
 * @param current the ReplicaSet of the Deployment's template, where there is one yet
 * @param old all others, oldest first
 * @param oldPodsRun whether any pod of another template still runs
 */
record Rollout(
        RolloutSpec spec, Optional<Revision> current, List<Revision> old, boolean oldPodsRun) {

    Rollout {
        old = old.stream().sorted(Revision.OLDEST_FIRST).toList();
    }

    /** What is to be done next; nothing where the next move is others'. */
    sealed interface Step {}

    record CreateCurrent(int replicas) implements Step {}

    /**
     * @param always also where only the annotations differ
     */
    record Scale(Revision revision, int replicas, boolean always) implements Step {}

    List<Revision> all() {
        List<Revision> all = new ArrayList<>(old);
        current.ifPresent(all::add);
        return all;
    }

    List<Step> next() {
        if (spec.paused() || isScaling()) {
            return ProportionalScaling.of(this);
        }
        return spec.recreate() ? recreate() : roll();
    }

    /** Old ReplicaSets beyond the history limit, that hold nothing any longer. */
    List<Revision> expired() {
        List<Revision> alive =
                old.stream()
                        .filter(r -> !r.replicaSet().isBeingDeleted())
                        .sorted(Comparator.comparingLong(Revision::number))
                        .toList();
        int surplus =
                spec.historyLimit().isPresent() ? alive.size() - spec.historyLimit().getAsInt() : 0;
        return alive.stream().limit(Math.max(0, surplus)).filter(Rollout::isEmpty).toList();
    }

    boolean isScaling() {
        return all().stream()
                .filter(Revision::isActive)
                .anyMatch(r -> r.desired().orElse(spec.replicas()) != spec.replicas());
    }

    private List<Step> recreate() {
        List<Step> down = old.stream().filter(Revision::isActive).<Step>map(r -> to(r, 0)).toList();
        if (!down.isEmpty()) {
            return down;
        }
        if (oldPodsRun || Revision.sum(old, Revision::actual) > 0) {
            return List.of();
        }
        return current.<List<Step>>map(this::scaleToAll)
                .orElse(List.of(new CreateCurrent(spec.replicas())));
    }

    private List<Step> scaleToAll(Revision revision) {
        return revision.replicas() == spec.replicas()
                ? List.of()
                : List.of(to(revision, spec.replicas()));
    }

    private List<Step> roll() {
        if (current.isEmpty()) {
            return List.of(new CreateCurrent(room(0)));
        }
        Revision fresh = current.get();
        int wanted = fresh.replicas() >= spec.replicas() ? spec.replicas() : room(fresh.replicas());
        return wanted == fresh.replicas() ? shrinkOld(fresh) : List.of(to(fresh, wanted));
    }

    /** How large the current one may get within the surge. */
    private int room(int replicas) {
        int free = spec.replicas() + spec.maxSurge() - Revision.sum(all(), Revision::replicas);
        return free <= 0 ? replicas : replicas + Math.min(free, spec.replicas() - replicas);
    }

    private List<Step> shrinkOld(Revision fresh) {
        List<Revision> active = old.stream().filter(Revision::isActive).toList();
        int unavailableFresh = fresh.replicas() - fresh.available();
        int most = Revision.sum(all(), Revision::replicas) - spec.minAvailable() - unavailableFresh;
        if (active.isEmpty() || most <= 0) {
            return List.of();
        }
        int[] sizes = active.stream().mapToInt(Revision::replicas).toArray();
        dropUnhealthy(active, sizes, most);
        int available = Revision.sum(active, Revision::available) + fresh.available();
        dropAvailable(sizes, available - spec.minAvailable());
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] != active.get(i).replicas()) {
                steps.add(to(active.get(i), sizes[i]));
            }
        }
        return steps;
    }

    /** Pods that serve nobody go first; else they would hold the rollout up. */
    private static void dropUnhealthy(List<Revision> active, int[] sizes, int most) {
        int left = most;
        for (int i = 0; i < sizes.length && left > 0; i++) {
            int dropped = Math.min(left, Math.max(0, sizes[i] - active.get(i).available()));
            sizes[i] -= dropped;
            left -= dropped;
        }
    }

    private static void dropAvailable(int[] sizes, int most) {
        int left = most;
        for (int i = 0; i < sizes.length && left > 0; i++) {
            int dropped = Math.min(left, sizes[i]);
            sizes[i] -= dropped;
            left -= dropped;
        }
    }

    private static Step to(Revision revision, int replicas) {
        return new Scale(revision, replicas, false);
    }

    private static boolean isEmpty(Revision revision) {
        return revision.replicas() == 0
                && revision.actual() == 0
                && revision.replicaSet().generation()
                        <= revision.replicaSet().at("status", "observedGeneration").asLong();
    }
}
