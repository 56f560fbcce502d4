package io.alcove.apiserver.serviceaccount;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import java.time.Instant;
import java.util.Optional;

/** The objects that tokens are bound to, as verification asks for them. May be a little behind. */
public interface TokenObjects {

    /**
     * @param resource of the core group: "serviceaccounts", "pods", "secrets", "nodes"
     */
    Optional<Found> find(String resource, ObjectName name);

    /** The whole object. */
    Optional<ApiObject> read(String resource, ObjectName name);

    /**
     * @param deletedAt the deletion timestamp
     */
    record Found(String uid, Optional<Instant> deletedAt) {}
}
