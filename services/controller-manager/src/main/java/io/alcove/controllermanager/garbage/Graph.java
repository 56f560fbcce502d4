package io.alcove.controllermanager.garbage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All objects by uid, and who names whom as owner; safe for all threads. */
final class Graph {

    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, Set<String>> dependents = new HashMap<>();

    synchronized void put(Node node) {
        unlink(nodes.put(node.uid(), node));
        node.owners()
                .forEach(
                        owner ->
                                dependents
                                        .computeIfAbsent(owner.uid(), _ -> new HashSet<>())
                                        .add(node.uid()));
    }

    synchronized void remove(String uid) {
        unlink(nodes.remove(uid));
    }

    synchronized Optional<Node> find(String uid) {
        return Optional.ofNullable(nodes.get(uid));
    }

    synchronized List<Node> dependents(String ownerUid) {
        return dependents.getOrDefault(ownerUid, Set.of()).stream()
                .flatMap(uid -> Optional.ofNullable(nodes.get(uid)).stream())
                .toList();
    }

    private void unlink(@Nullable Node before) {
        if (before == null) {
            return;
        }
        for (var owner : before.owners()) {
            Set<String> set = dependents.get(owner.uid());
            if (set != null) {
                set.remove(before.uid());
                if (set.isEmpty()) {
                    dependents.remove(owner.uid());
                }
            }
        }
    }
}
