package io.alcove.client.informer;

import io.alcove.apimachinery.object.ApiObject;
import java.util.List;

/** The objects of an informer by what its function finds in them. */
public interface Index {

    List<ApiObject> get(String key);
}
