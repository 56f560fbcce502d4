package io.alcove.apiserver.storage.cache;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import java.util.Map;

/** Knows what field selectors of a resource ask for. */
public interface FieldExtractor {

    /**
     * The values of the field selectors of an object in its storage version; metadata.name and
     * metadata.namespace need not be among them.
     */
    Map<String, String> fields(GroupResource resource, ApiObject object);
}
