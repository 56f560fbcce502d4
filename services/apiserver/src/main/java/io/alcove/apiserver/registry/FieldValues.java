package io.alcove.apiserver.registry;

import io.alcove.apiserver.storage.StoredObject;

/** The values that field selectors look at. */
@FunctionalInterface
interface FieldValues {

    String get(StoredObject object, String field);

    static FieldValues of(Resource resource) {
        return resource.custom().isPresent()
                ? (object, field) -> custom(resource, object, field)
                : (object, field) -> object.fields().getOrDefault(field, "");
    }

    /** Memory may hold the object from before the definition named the field. */
    private static String custom(Resource resource, StoredObject object, String field) {
        String held = object.fields().get(field);
        return held != null
                ? held
                : resource.strategy().fields(resource.parse(object)).getOrDefault(field, "");
    }
}
