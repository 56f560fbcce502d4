package io.alcove.apiserver.registry;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.request.RequestContext;
import java.util.Optional;

/** What a write needs beside the right to its verb. Both refuse with a StatusException. */
@FunctionalInterface
public interface WritePermissions {

    /** Asked where an update or apply is about to create. */
    void mayCreate(RequestContext context);

    /**
     * Asked after mutating admission, before the object is validated.
     *
     * @param old absent for a create
     */
    default void mayWrite(RequestContext context, ApiObject object, Optional<ApiObject> old) {}
}
