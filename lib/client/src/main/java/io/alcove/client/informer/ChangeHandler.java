package io.alcove.client.informer;

import io.alcove.apimachinery.object.ApiObject;

/**
 * Hears of every change that the cache has already taken. Called by the informer's one thread, in
 * order, so it must be quick: put a key into a queue. Objects are the cache's own: never change
 * them.
 */
public interface ChangeHandler {

    default void added(ApiObject object) {}

    default void updated(ApiObject before, ApiObject after) {}

    /** The object as it was last seen, perhaps not in its very last version. */
    default void deleted(ApiObject object) {}

    /** The handler for whom a change is a change, whatever it is. */
    static ChangeHandler onAny(java.util.function.Consumer<ApiObject> action) {
        return new ChangeHandler() {
            @Override
            public void added(ApiObject object) {
                action.accept(object);
            }

            @Override
            public void updated(ApiObject before, ApiObject after) {
                action.accept(after);
            }

            @Override
            public void deleted(ApiObject object) {
                action.accept(object);
            }
        };
    }
}
