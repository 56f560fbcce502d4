package io.alcove.apimachinery.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.List;

/**
 * PartialObjectMetadata of meta.k8s.io/v1: an object's metadata alone. The metadata is shared with
 * the object, not copied.
 */
public final class PartialObject {

    private PartialObject() {}

    public static ObjectNode of(ApiObject object) {
        ObjectNode partial = typed("PartialObjectMetadata");
        partial.set("metadata", object.with("metadata"));
        return partial;
    }

    /**
     * @param metadata of the list: resourceVersion, continue, remainingItemCount
     */
    public static ObjectNode list(List<ApiObject> objects, ObjectNode metadata) {
        ObjectNode list = typed("PartialObjectMetadataList");
        list.set("metadata", metadata);
        if (objects.isEmpty()) {
            return list.putNull("items"); // as upstream's conversion leaves it
        }
        ArrayNode items = list.putArray("items");
        objects.forEach(object -> items.add(of(object)));
        return list;
    }

    private static ObjectNode typed(String kind) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", kind)
                .put("apiVersion", "meta.k8s.io/v1");
    }
}
