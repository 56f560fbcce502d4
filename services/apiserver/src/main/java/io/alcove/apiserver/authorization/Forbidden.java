package io.alcove.apiserver.authorization;

import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;

/** The 403 of a request that nobody allowed, in upstream's words. */
public final class Forbidden {

    private Forbidden() {}

    public static StatusException of(UserInfo user, RequestInfo request, String reason) {
        String because = reason.isEmpty() ? "" : ": " + reason;
        String who = "User \"" + user.name() + "\" cannot ";
        if (!request.isResourceRequest()) {
            return new StatusException(
                    Status.general(
                            StatusReason.FORBIDDEN,
                            "forbidden: "
                                    + who
                                    + request.verb()
                                    + " path \""
                                    + request.path()
                                    + "\""
                                    + because));
        }
        String resource =
                request.resource()
                        + (request.subresource().isEmpty() ? "" : "/" + request.subresource());
        String where =
                request.namespace().isEmpty()
                        ? " at the cluster scope"
                        : " in the namespace \"" + request.namespace() + "\"";
        return StatusException.forbidden(
                request.groupResource(),
                request.name(),
                who
                        + request.verb()
                        + " resource \""
                        + resource
                        + "\" in API group \""
                        + request.group()
                        + "\""
                        + where
                        + because);
    }
}
