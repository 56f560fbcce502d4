package io.alcove.apiserver.storage.cache;

import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.storage.StoreEvent;
import io.alcove.apiserver.storage.StoreException;
import io.alcove.apiserver.storage.StoredValue;
import io.alcove.apiserver.storage.UnreadableValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The objects of a resource that the store holds and cannot read, and why. */
record Unreadables(Map<ObjectName, String> reasons) {

    static final Unreadables NONE = new Unreadables(Map.of());

    static Unreadables of(List<StoredValue> values) {
        Map<ObjectName, String> reasons = new HashMap<>();
        for (StoredValue value : values) {
            UnreadableValue.reason(value.key(), value.value())
                    .ifPresent(why -> reasons.put(value.key().name(), why));
        }
        return reasons.isEmpty() ? NONE : new Unreadables(reasons);
    }

    static List<StoredValue> without(List<StoredValue> values) {
        return values.stream()
                .filter(value -> UnreadableValue.reason(value.key(), value.value()).isEmpty())
                .toList();
    }

    Unreadables after(StoreEvent event) {
        boolean now =
                event instanceof StoreEvent.Put put
                        && UnreadableValue.reason(put.key(), put.value()).isPresent();
        if (reasons.isEmpty() && !now) {
            return this;
        }
        Map<ObjectName, String> next = new HashMap<>(reasons);
        next.remove(event.key().name());
        if (event instanceof StoreEvent.Put put) {
            UnreadableValue.reason(put.key(), put.value())
                    .ifPresent(why -> next.put(put.key().name(), why));
        }
        return next.isEmpty() ? NONE : new Unreadables(next);
    }

    void refuse(ObjectName name) {
        String why = reasons.get(name);
        if (why != null) {
            throw failure(why);
        }
    }

    void refuseAny() {
        reasons.values().stream()
                .findFirst()
                .ifPresent(
                        why -> {
                            throw failure(why);
                        });
    }

    static StoreException failure(String why) {
        return StoreException.internal(why);
    }
}
