package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Merges two lists whose elements have names. Shared elements take the applied order, and elements
 * that only the live list has keep their place before the shared one that follows them.
 */
final class ListMerger {

    private final Shape shape;
    private final ListIndex live;
    private final ListIndex applied;
    private final Deque<PathElement> shared = new ArrayDeque<>();
    private final Set<PathElement> done = new HashSet<>();
    private final ArrayNode merged = JsonNodeFactory.instance.arrayNode();
    private int liveAt;
    private int appliedAt;

    ListMerger(Shape shape, JsonNode live, JsonNode applied) {
        this.shape = shape;
        this.live = ListIndex.of(shape, live);
        this.applied = ListIndex.of(shape, applied);
        this.applied.order().stream().filter(this.live::has).forEach(shared::add);
    }

    ArrayNode merge() {
        List<PathElement> liveOrder = live.order();
        List<PathElement> appliedOrder = applied.order();
        while (liveAt < liveOrder.size() || appliedAt < appliedOrder.size()) {
            if (liveAt < liveOrder.size() && appliedAt < appliedOrder.size()) {
                PathElement step = liveOrder.get(liveAt);
                if (step.equals(appliedOrder.get(appliedAt))) {
                    takeBoth(step);
                    continue;
                }
                if (applied.has(step) && !shared.isEmpty() && !shared.peek().equals(step)) {
                    liveAt++;
                    continue;
                }
            }
            if (liveAt < liveOrder.size() && takeLive(liveOrder.get(liveAt))) {
                continue;
            }
            if (appliedAt < appliedOrder.size()) {
                takeApplied(appliedOrder.get(appliedAt));
            }
        }
        return merged;
    }

    private void takeBoth(PathElement step) {
        add(step);
        liveAt++;
        appliedAt++;
        shared.poll();
    }

    /** Takes an element that only the live list has; passes over one that is merged already. */
    private boolean takeLive(PathElement step) {
        if (!applied.has(step)) {
            merged.add(live.item(liveAt));
            liveAt++;
            return true;
        }
        if (done.contains(step)) {
            liveAt++;
        }
        return false;
    }

    private void takeApplied(PathElement step) {
        add(step);
        appliedAt++;
        if (!shared.isEmpty() && shared.peek().equals(step)) {
            shared.poll();
        }
    }

    private void add(PathElement step) {
        done.add(step);
        merged.add(Merger.mergeElement(shape, live.only(step), applied.all(step).getFirst()));
    }
}
