package io.alcove.apiserver.storage.sqlite;

import io.alcove.apiserver.storage.Store;
import io.alcove.apiserver.storage.StoreEvent;
import io.alcove.apiserver.storage.StoreException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who follows the log. One that throws is dropped, and told so. */
final class Subscribers {

    private final List<Store.Subscriber> subscribers = new CopyOnWriteArrayList<>();

    void add(Store.Subscriber subscriber) {
        subscribers.add(subscriber);
    }

    void remove(Store.Subscriber subscriber) {
        subscribers.remove(subscriber);
    }

    void publish(List<StoreEvent> events) {
        subscribers.removeIf(subscriber -> !takes(subscriber, events));
    }

    private static boolean takes(Store.Subscriber subscriber, List<StoreEvent> events) {
        try {
            events.forEach(subscriber::accept);
            return true;
        } catch (RuntimeException e) {
            subscriber.failed(new StoreException("a subscriber failed", e));
            return false;
        }
    }
}
