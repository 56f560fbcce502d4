package io.alcove.apiserver.registry;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.request.RequestContext;

/**
 * A resource or subresource that is only created, and answered rather than stored: reviews,
 * pods/binding, pods/eviction, serviceaccounts/token.
 */
public interface VirtualResource {

    /**
     * @return the answer, in the version of the request: the body with its status, or a
     *     metav1.Status
     * @throws io.alcove.apimachinery.status.StatusException where the request is refused
     */
    ApiObject create(Request request);

    /**
     * @param context its info names the parent object of a subresource
     * @param body decoded and defaulted
     * @param registry for what the answer needs to read or write, as the same user and without
     *     further authorization
     */
    record Request(RequestContext context, ApiObject body, boolean dryRun, Registry registry) {}
}
