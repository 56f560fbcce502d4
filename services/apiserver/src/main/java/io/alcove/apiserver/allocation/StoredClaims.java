package io.alcove.apiserver.allocation;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.storage.StoredObject;
import io.alcove.apiserver.storage.cache.ObjectStorage;
import io.alcove.apiserver.storage.cache.ObjectWrite;
import java.util.Optional;

/** Claims that are objects in the store, where the creation of a second one of a name fails. */
final class StoredClaims implements Claims {

    private static final int RELEASE_ATTEMPTS = 5;

    /** How a claim looks. */
    interface Form {
        /** The name of the object that claims a number. */
        String name(int number);

        ApiObject claim(int number, ObjectName owner);
    }

    private final ObjectStorage storage;
    private final Form form;

    StoredClaims(ObjectStorage storage, Form form) {
        this.storage = storage;
        this.form = form;
    }

    private ObjectName name(int number) {
        return ObjectName.clusterScoped(form.name(number));
    }

    @Override
    public boolean isHeld(int number) {
        return storage.any().get(name(number)).isPresent();
    }

    @Override
    public boolean take(int number, ObjectName owner) {
        return storage.create(form.claim(number, owner)) instanceof ObjectWrite.Written;
    }

    @Override
    public void release(int number) {
        for (int attempt = 0; attempt < RELEASE_ATTEMPTS; attempt++) {
            Optional<StoredObject> held = storage.get(name(number));
            if (held.isEmpty() || !(storage.delete(held.get()) instanceof ObjectWrite.Conflict)) {
                return;
            }
        }
    }
}
