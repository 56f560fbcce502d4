package io.alcove.apiserver.pipeline;

import io.alcove.apiserver.authentication.Credentials;
import io.alcove.apiserver.registry.VirtualResources;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;

/** Who a caller is, and whether they may: the first steps of every request, through both doors. */
public interface AccessControl {

    /**
     * @throws io.alcove.apimachinery.status.StatusException 401
     */
    UserInfo authenticate(Credentials credentials);

    /**
     * @throws io.alcove.apimachinery.status.StatusException 403
     */
    void authorize(UserInfo user, RequestInfo request);

    /** What is asked of the access control itself: reviews, and tokens of service accounts. */
    default VirtualResources answers() {
        return new VirtualResources();
    }
}
