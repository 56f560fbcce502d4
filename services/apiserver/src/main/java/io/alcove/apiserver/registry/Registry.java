package io.alcove.apiserver.registry;

import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.request.RequestContext;
import io.alcove.apiserver.storage.StoredObject;

/**
 * All resources of the catalog, as both doors see them after authentication and authorization. The
 * place of the request (resource, subresource, namespace, name) is read from the context's info.
 * What is refused is a {@link io.alcove.apimachinery.status.StatusException} with upstream's
 * Status. Calls block, and are made from virtual threads.
 */
@SuppressWarnings("DoNotCallSuggester") // an outline: its bodies follow
public final class Registry {

    /**
     * The object, or what a subresource shows of it, in the version of the request.
     *
     * @param resourceVersion empty for the newest, "0" for any, else at least that one
     */
    public StoredObject get(RequestContext context, String resourceVersion) {
        throw refuse(context + " " + resourceVersion);
    }

    public ObjectList list(RequestContext context, ListOptions options) {
        throw refuse(context + " " + options);
    }

    public Watch watch(RequestContext context, ListOptions options) {
        throw refuse(context + " " + options);
    }

    public WriteOutcome create(RequestContext context, RequestBody body, WriteOptions options) {
        throw refuse(context + " " + body + options);
    }

    public WriteOutcome update(RequestContext context, RequestBody body, WriteOptions options) {
        throw refuse(context + " " + body + options);
    }

    /**
     * @param body its bytes are the patch
     */
    public WriteOutcome patch(
            RequestContext context, PatchType type, RequestBody body, WriteOptions options) {
        throw refuse(context + " " + type + body + options);
    }

    public DeleteOutcome delete(RequestContext context, DeleteOptions options) {
        throw refuse(context + " " + options);
    }

    /** Deletes what the list options select, and answers with the items it found. */
    public ObjectList deleteCollection(
            RequestContext context, DeleteOptions options, ListOptions listOptions) {
        throw refuse(context + " " + options + listOptions);
    }

    private static StatusException refuse(Object request) {
        return StatusException.internal("not served: " + request);
    }
}
