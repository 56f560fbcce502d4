package io.alcove.client.informer;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * Objects from memory, as of some moment not long ago. They are shared: take {@link ApiObject#copy}
 * before changing one.
 */
public interface Lister {

    Optional<ApiObject> get(ObjectName name);

    List<ApiObject> list();

    List<ApiObject> list(String namespace);
}
