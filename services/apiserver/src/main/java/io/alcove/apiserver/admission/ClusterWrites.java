package io.alcove.apiserver.admission;

import io.alcove.apimachinery.object.ApiObject;

/** What plugins write, as the API server itself and through its whole pipeline. */
public interface ClusterWrites {

    /**
     * @throws io.alcove.apimachinery.status.StatusException where it is refused
     */
    void create(ApiObject object);

    /**
     * Writes the status over that of the object's resourceVersion.
     *
     * @throws io.alcove.apimachinery.status.StatusException Conflict where there is a newer one
     */
    void updateStatus(ApiObject object);
}
