package io.alcove.apiserver.registry;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.schema.WireForm;

/** Brings objects into the form in which they are compared, owned and stored. */
final class ObjectForm {

    private ObjectForm() {}

    /** From the version of the request to the storage version with all its defaults. */
    static void toStored(Resource resource, ApiObject object) {
        resource.conversion().toStored(object);
        resource.strategy().applyDefaults(object);
        complete(resource, object);
    }

    /** After code changed the object: leaves out, or puts in, what upstream's types do. */
    static void complete(Resource resource, ApiObject object) {
        WireForm.complete(object.node(), resource.stored().schema());
    }
}
