package io.alcove.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.apply.Versions;
import io.alcove.apimachinery.json.BodyFormat;
import io.alcove.apimachinery.json.Decoded;
import io.alcove.apimachinery.json.FieldValidation;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.storage.StoredObject;
import java.util.List;

/**
 * One version of a kind that is defined at run time. Requests handle its objects in the version
 * that they name; only the store has them in the storage version.
 */
public interface CustomKind {

    KindStrategy strategy();

    /** All versions that the kind is served in. */
    Versions versions();

    /** Where the numbers of a Scale stand in an object. */
    ScalePaths scale();

    /** A body, without what the schema does not know and with the schema's defaults. */
    Decoded decode(byte[] body, BodyFormat format, FieldValidation validation);

    /** The same of what a patch made, which is left as it is. */
    Decoded decode(ObjectNode patched, FieldValidation validation);

    /** An object on its way to the store; the given one is left as it is. */
    ApiObject toStorage(ApiObject object);

    /** The objects in this version. Gives an object itself where nothing is to change. */
    List<StoredObject> fromStorage(List<StoredObject> stored);

    default StoredObject fromStorage(StoredObject stored) {
        return fromStorage(List.of(stored)).getFirst();
    }
}
