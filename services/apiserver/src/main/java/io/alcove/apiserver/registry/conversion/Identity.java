package io.alcove.apiserver.registry.conversion;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.storage.StoredObject;

/** Of the storage version itself. */
final class Identity implements Conversion {

    static final Identity INSTANCE = new Identity();

    @Override
    public boolean isSameShape() {
        return true;
    }

    @Override
    public void toStored(ApiObject object) {}

    @Override
    public void toServed(ApiObject object) {}

    @Override
    public StoredObject toServed(StoredObject object) {
        return object;
    }
}
