package io.alcove.apiserver.authorization;

import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;

/** One mode of --authorization-mode. */
public interface Authorizer {

    Decision authorize(UserInfo user, RequestInfo request);
}
