package io.alcove.apiserver.kinds.strategy;

import io.alcove.apimachinery.object.ApiObject;

/**
 * What a field selector asks for.
 *
 * @param path of the field, by dots
 * @param absent the value where there is no such field
 */
public record SelectableField(String path, String absent) {

    String value(ApiObject object) {
        String value = object.text(path.split("\\.", -1));
        return value.isEmpty() ? absent : value;
    }
}
