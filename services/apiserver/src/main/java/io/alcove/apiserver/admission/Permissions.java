package io.alcove.apiserver.admission;

import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;

/** What plugins ask the authorizer. */
@FunctionalInterface
public interface Permissions {

    boolean allows(UserInfo user, RequestInfo request);
}
