package io.alcove.syncer.host;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The host's API. What it refuses ends with {@link io.alcove.apimachinery.status.StatusException};
 * where it does not answer, {@link HostUnavailableException}. Every call has a deadline.
 */
public interface HostClient {

    /** A list in one revision. */
    record Listing(List<ApiObject> items, String resourceVersion) {}

    /** type is upstream's word: ADDED, MODIFIED, DELETED, BOOKMARK, ERROR. */
    record WatchEvent(String type, ApiObject object) {}

    /** Blocks for the next event. */
    interface Watch extends AutoCloseable {

        /** Empty where the server ended the watch as it was asked to, after some minutes. */
        Optional<WatchEvent> next();

        @Override
        void close();
    }

    Optional<ApiObject> find(HostResource resource, ObjectName name);

    /**
     * Server-side apply under {@link FieldManager#NAME}, taking over fields that others own:
     * creates the object or brings it to this state.
     */
    ApiObject apply(HostResource resource, ApiObject desired);

    /** Makes the namespace where it is not there. */
    void ensureNamespace(String name);

    /** A create that fails where the object is already there. */
    ApiObject create(HostResource resource, ApiObject desired);

    /** The same as {@link #apply} without a trace, for its answer and its refusals. */
    ApiObject applyDryRun(HostResource resource, ApiObject desired);

    /** Patches a subresource by strategic merge. */
    ApiObject patchSubresource(
            HostResource resource, ObjectName name, String subresource, byte[] patch);

    /**
     * Deletes the object with this uid; an object that is gone already is no failure.
     *
     * @param gracePeriodSeconds empty for the object's own
     */
    void delete(
            HostResource resource, ObjectName name, String uid, OptionalLong gracePeriodSeconds);

    /**
     * @param namespace empty for cluster-scoped resources
     */
    Listing list(HostResource resource, String namespace, String labelSelector);

    Watch watch(
            HostResource resource, String namespace, String labelSelector, String resourceVersion);

    /**
     * A document that the host serves beside its objects.
     *
     * @param path such as "/openapi/v2"
     */
    JsonNode document(String path);

    /** The log of a container as it comes; the caller closes it. */
    InputStream logs(ObjectName pod, String query);
}
