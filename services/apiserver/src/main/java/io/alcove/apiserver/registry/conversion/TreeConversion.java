package io.alcove.apiserver.registry.conversion;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.schema.Schema;
import io.alcove.apimachinery.schema.WireForm;
import io.alcove.apiserver.storage.StoredObject;
import java.util.function.Consumer;

/** Of versions whose fields differ. */
final class TreeConversion implements Conversion {

    private final Consumer<ApiObject> toStored;
    private final Consumer<ApiObject> toServed;

    private final Schema servedSchema;

    TreeConversion(
            Consumer<ApiObject> toStored, Consumer<ApiObject> toServed, Schema servedSchema) {
        this.toStored = toStored;
        this.toServed = toServed;
        this.servedSchema = servedSchema;
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
        WireForm.complete(object.node(), servedSchema);
    }

    @Override
    public StoredObject toServed(StoredObject object) {
        ApiObject tree = ApiObject.parse(object.json());
        toServed(tree);
        return new StoredObject(
                object.name(),
                object.uid(),
                object.revision(),
                tree.toBytes(),
                object.labels(),
                object.fields());
    }
}
