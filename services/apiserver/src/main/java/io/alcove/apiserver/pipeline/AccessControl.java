package io.alcove.apiserver.pipeline;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.authentication.Credentials;
import io.alcove.apiserver.registry.Registry;
import io.alcove.apiserver.registry.VirtualResources;
import io.alcove.apiserver.request.RequestContext;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import java.util.List;
import java.util.Optional;

/** Who a caller is, and whether they may: the first steps of every request, through both doors. */
public interface AccessControl {

    /**
     * @throws io.alcove.apimachinery.status.StatusException 401
     */
    UserInfo authenticate(Credentials credentials);

    /**
     * @return why they may
     * @throws io.alcove.apimachinery.status.StatusException 403
     */
    String authorize(UserInfo user, RequestInfo request);

    /**
     * Whether a write, which is authorized as such, gives more rights than its writer has.
     *
     * @param object as it is to be stored
     * @param old absent for a create
     * @throws io.alcove.apimachinery.status.StatusException 403
     */
    default void authorizeWrite(
            RequestContext context, ApiObject object, Optional<ApiObject> old) {}

    /** What is asked of the access control itself: reviews, and tokens of service accounts. */
    default VirtualResources answers() {
        return new VirtualResources();
    }

    /** What clients may read of it. */
    default List<PublishedDocument> documents() {
        return List.of();
    }

    /** Now there is a registry to write through. */
    default void started(Registry registry) {}
}
