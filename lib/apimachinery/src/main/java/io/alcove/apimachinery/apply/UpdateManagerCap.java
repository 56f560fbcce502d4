package io.alcove.apimachinery.apply;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Bounds the entries of managers that update: the oldest of a version are joined under one name.
 */
final class UpdateManagerCap {

    static final int MAX_UPDATE_MANAGERS = 10;

    private static final String JOINED = "ancient-changes";

    private UpdateManagerCap() {}

    static void hold(SortedMap<ManagerKey, Owned> owners) {
        List<ManagerKey> updaters =
                owners.keySet().stream()
                        .filter(key -> !key.isApply())
                        .sorted(
                                Comparator.comparing((ManagerKey key) -> time(owners, key))
                                        .thenComparing(key -> key))
                        .toList();
        int count = updaters.size();
        Map<String, ManagerKey> oldest = new HashMap<>();
        for (ManagerKey key : updaters) {
            if (count <= MAX_UPDATE_MANAGERS) {
                return;
            }
            ManagerKey first = oldest.putIfAbsent(key.apiVersion(), key);
            if (first != null) {
                join(owners, first, key);
                count--;
            }
        }
    }

    private static void join(
            SortedMap<ManagerKey, Owned> owners, ManagerKey first, ManagerKey next) {
        ManagerKey joined = ManagerKey.update(JOINED, next.apiVersion(), "");
        Owned before = owners.get(joined);
        if (before == null) {
            before = owners.remove(first);
        }
        Owned added = owners.get(next);
        if (before == null || added == null) {
            throw new IllegalStateException("owner lost while joining " + next);
        }
        if (!next.equals(joined)) {
            owners.remove(next);
        }
        owners.put(joined, added.withFields(added.fields().union(before.fields())));
    }

    private static String time(SortedMap<ManagerKey, Owned> owners, ManagerKey key) {
        Owned owned = owners.get(key);
        return owned == null ? "" : owned.time();
    }
}
