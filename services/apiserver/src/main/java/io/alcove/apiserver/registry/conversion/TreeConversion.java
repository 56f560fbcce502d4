package io.alcove.apiserver.registry.conversion;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.storage.StoredObject;
import java.util.function.Consumer;

/** Of versions whose fields differ. */
final class TreeConversion implements Conversion {

    private final Consumer<ApiObject> toStored;
    private final Consumer<ApiObject> toServed;

    TreeConversion(Consumer<ApiObject> toStored, Consumer<ApiObject> toServed) {
        this.toStored = toStored;
        this.toServed = toServed;
    }

    @Override
    public boolean isSameShape() {
        return false;
    }

    @Override
    public void toStored(ApiObject object) {
        toStored.accept(object);
    }

    @Override
    public void toServed(ApiObject object) {
        toServed.accept(object);
    }

    @Override
    public StoredObject toServed(StoredObject object) {
        ApiObject tree = ApiObject.parse(object.json());
        toServed.accept(tree);
        return new StoredObject(
                object.name(),
                object.uid(),
                object.revision(),
                tree.toBytes(),
                object.labels(),
                object.fields());
    }
}
