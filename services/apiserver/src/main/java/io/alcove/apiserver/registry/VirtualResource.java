package io.alcove.apiserver.registry;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.request.RequestContext;
import io.alcove.apiserver.request.RequestInfo;
import java.util.function.Consumer;

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

    /** Whether the uid and the like of the body say what the parent object must be. */
    default boolean keepsSystemMetadata() {
        return false;
    }

    /**
     * @param context its info names the parent object of a subresource
     * @param body decoded and defaulted
     * @param registry for what the answer needs to read or write, as the same user and without
     *     further authorization
     */
    record Request(RequestContext context, ApiObject body, boolean dryRun, Registry registry) {

        /** For get, update and delete of the object that a subresource belongs to. */
        public RequestContext parent(String verb) {
            return context.with(context.info().with(verb, "", context.info().objectName()));
        }

        /**
         * Changes an object by the {@link UpdateRules} of one of its subresources and past
         * admission, which saw the request itself.
         *
         * @param resource of the request's group and version
         * @param change of the present object, in place; is asked again where it was overtaken
         * @return what is stored
         */
        public ApiObject change(
                String resource, String subresource, ObjectName name, Consumer<ApiObject> change) {
            RequestInfo asked = context.info();
            RequestInfo info =
                    new RequestInfo(
                            "update",
                            asked.path(),
                            asked.group(),
                            asked.version(),
                            resource,
                            subresource,
                            name.namespace(),
                            name.name());
            return registry.modify(context.with(info), dryRun, change);
        }

        /** Deletes the object that this subresource belongs to, past admission. */
        public void deleteParent(DeleteOptions options) {
            registry.remove(parent("delete"), options);
        }
    }
}
