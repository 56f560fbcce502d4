package io.alcove.apiserver.authorization;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.storage.StoredObject;
import io.alcove.apiserver.storage.cache.ObjectStorage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Stored objects of one resource, read once for each revision. */
public final class ParsedObjects<T> {

    /** More than the roles of any cluster; beyond it everything is read anew. */
    private static final int MAX_HELD = 100_000;

    private final ObjectStorage storage;
    private final Function<ApiObject, T> reader;
    private final Map<ObjectName, Entry<T>> held = new ConcurrentHashMap<>();

    private record Entry<T>(long revision, T value) {}

    public ParsedObjects(ObjectStorage storage, Function<ApiObject, T> reader) {
        this.storage = storage;
        this.reader = reader;
    }

    public Optional<T> get(ObjectName name) {
        return storage.any().get(name).map(this::read);
    }

    public List<T> list(String namespace) {
        return storage.any().list(namespace).stream().map(this::read).toList();
    }

    /** Those of a namespace that the predicate selects by what is known of them unread. */
    public Stream<T> select(String namespace, Predicate<StoredObject> wanted) {
        return storage.any().list(namespace).stream().filter(wanted).map(this::read);
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
