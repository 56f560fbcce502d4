package io.alcove.apiserver.admission;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.request.RequestContext;
import io.alcove.apiserver.request.UserInfo;
import java.util.Optional;

/**
 * A write on its way to the store. Objects come in the storage version of their kind.
 *
 * @param object the new state, which mutating plugins change in place; empty for delete
 * @param oldObject the present state, not to be changed; empty for create
 */
public record AdmissionRequest(
        RequestContext context,
        Operation operation,
        GroupVersionKind kind,
        Optional<ApiObject> object,
        Optional<ApiObject> oldObject,
        boolean dryRun) {

    /** Upstream's words for what admission is asked of. */
    public enum Operation {
        CREATE,
        UPDATE,
        DELETE,
        CONNECT
    }

    public GroupResource resource() {
        return context.info().groupResource();
    }

    public String subresource() {
        return context.info().subresource();
    }

    /** Whether the request is for the resource itself, not for a subresource of it. */
    public boolean isFor(GroupResource resource) {
        return subresource().isEmpty() && resource().equals(resource);
    }

    public boolean isFor(GroupResource resource, String subresource) {
        return subresource().equals(subresource) && resource().equals(resource);
    }

    public boolean is(Operation other) {
        return operation == other;
    }

    /** Of the request; a Namespace is in none here, though upstream says that it is in itself. */
    public String namespace() {
        return context.info().namespace();
    }

    /** Of the URL, else of the object; empty where a name is still to be generated. */
    public String name() {
        String inUrl = context.info().name();
        return inUrl.isEmpty() ? object.map(ApiObject::name).orElse("") : inUrl;
    }

    public UserInfo user() {
        return context.user();
    }

    /** The new state of a create or update. */
    public ApiObject newObject() {
        return object.orElseThrow();
    }

    /** The present state of an update or delete. */
    public ApiObject presentObject() {
        return oldObject.orElseThrow();
    }

    /** Upstream's 403 of an admission plugin: names the object by its prefix where it must. */
    public StatusException forbidden(String why) {
        String named = name();
        if (named.isEmpty()) {
            named = object.map(o -> o.text("metadata", "generateName")).orElse("");
        }
        return StatusException.forbidden(resource(), named.isEmpty() ? "Unknown" : named, why);
    }
}
