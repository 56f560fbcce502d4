package io.alcove.apiserver.authorization.rbac;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.storage.StoredObject;
import io.alcove.apiserver.storage.cache.ObjectStorage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Stored objects of one resource, read once for each revision. */
final class Parsed<T> {

    /** More than the roles of any cluster; beyond it everything is read anew. */
    private static final int MAX_HELD = 100_000;

    private final ObjectStorage storage;
    private final Function<ApiObject, T> reader;
    private final Map<ObjectName, Entry<T>> held = new ConcurrentHashMap<>();

    private record Entry<T>(long revision, T value) {}

    Parsed(ObjectStorage storage, Function<ApiObject, T> reader) {
        this.storage = storage;
        this.reader = reader;
    }

    Optional<T> get(ObjectName name) {
        return storage.any().get(name).map(this::read);
    }

    List<T> list(String namespace) {
        return storage.any().list(namespace).stream().map(this::read).toList();
    }

    private T read(StoredObject object) {
        Entry<T> entry = held.get(object.name());
        if (entry == null || entry.revision() != object.revision()) {
            if (held.size() >= MAX_HELD) {
                held.clear();
            }
            entry = new Entry<>(object.revision(), reader.apply(ApiObject.parse(object.json())));
            held.put(object.name(), entry);
        }
        return entry.value();
    }
}
