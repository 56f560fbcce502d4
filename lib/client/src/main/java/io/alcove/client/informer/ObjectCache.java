package io.alcove.client.informer;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Objects by name, with indexes; written by one thread, read by any. */
final class ObjectCache implements Lister {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<ObjectName, ApiObject> objects = new HashMap<>();
    private final List<FunctionIndex> indexes = new ArrayList<>();
    private final Index byNamespace = index(object -> List.of(object.namespace()));

    Index index(Function<ApiObject, Collection<String>> keys) {
        FunctionIndex index = new FunctionIndex(keys);
        indexes.add(index);
        return index;
    }

    @Override
    public Optional<ApiObject> get(ObjectName name) {
        return read(() -> Optional.ofNullable(objects.get(name)));
    }

    @Override
    public List<ApiObject> list() {
        return read(() -> List.copyOf(objects.values()));
    }

    @Override
    public List<ApiObject> list(String namespace) {
        return byNamespace.get(namespace);
    }

    /** Gives the object that was there before. */
    Optional<ApiObject> put(ApiObject object) {
        return write(
                () -> {
                    ApiObject before = objects.put(object.objectName(), object);
                    indexes.forEach(index -> index.replace(before, object));
                    return Optional.ofNullable(before);
                });
    }

    Optional<ApiObject> remove(ObjectName name) {
        return write(
                () -> {
                    ApiObject before = objects.remove(name);
                    indexes.forEach(index -> index.replace(before, null));
                    return Optional.ofNullable(before);
                });
    }

    private <R> R read(Supplier<R> action) {
        lock.readLock().lock();
        try {
            return action.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private <R> R write(Supplier<R> action) {
        lock.writeLock().lock();
        try {
            return action.get();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private final class FunctionIndex implements Index {

        private final Function<ApiObject, Collection<String>> keys;
        private final Map<String, Set<ObjectName>> names = new HashMap<>();

        FunctionIndex(Function<ApiObject, Collection<String>> keys) {
            this.keys = keys;
        }

        @Override
        public List<ApiObject> get(String key) {
            return read(
                    () -> {
                        List<ApiObject> found = new ArrayList<>();
                        for (ObjectName name : names.getOrDefault(key, Set.of())) {
                            ApiObject object = objects.get(name);
                            if (object != null) {
                                found.add(object);
                            }
                        }
                        return found;
                    });
        }

        void replace(@Nullable ApiObject before, @Nullable ApiObject after) {
            if (before != null) {
                for (String key : keys.apply(before)) {
                    names.computeIfPresent(key, (_, set) -> without(set, before.objectName()));
                }
            }
            if (after != null) {
                for (String key : keys.apply(after)) {
                    names.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(after.objectName());
                }
            }
        }

        private static @Nullable Set<ObjectName> without(Set<ObjectName> set, ObjectName name) {
            set.remove(name);
            return set.isEmpty() ? null : set;
        }
    }
}
