package io.alcove.apiserver.customresource;

import io.alcove.apimachinery.object.ApiObject;
import java.util.List;

/** Converts custom resources between the versions of their kind. */
interface VersionConverter {

    /** Where nothing but the apiVersion changes. */
    VersionConverter NONE =
            (objects, apiVersion) -> {
                objects.forEach(object -> object.node().put("apiVersion", apiVersion));
                return objects;
            };

    /**
     * The objects in the other version, in the same order; those given may be changed. Each is in
     * another version than the wanted one.
     *
     * @throws io.alcove.apimachinery.status.StatusException where it cannot be done
     */
    List<ApiObject> convert(List<ApiObject> objects, String apiVersion);
}
