package io.alcove.client;

import io.alcove.apimachinery.object.ApiObject;
import java.util.List;

/**
 * Objects in one revision.
 *
 * @param resourceVersion from which a watch goes on without a gap
 */
public record ObjectList(List<ApiObject> items, String resourceVersion) {

    public ObjectList {
        items = List.copyOf(items);
    }
}
