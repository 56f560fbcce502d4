package io.alcove.apiserver.registry.conversion;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.storage.StoredObject;

/** Between a served version of a kind and its storage version. */
public interface Conversion {

    /** Whether both versions have the same fields, so that only apiVersion tells them apart. */
    boolean isSameShape();

    /** Changes a tree of the served version in place. */
    void toStored(ApiObject object);

    /** Changes a tree of the storage version in place. */
    void toServed(ApiObject object);

    /** The same for the bytes that are sent; gives the object itself where nothing is to change. */
    StoredObject toServed(StoredObject object);
}
