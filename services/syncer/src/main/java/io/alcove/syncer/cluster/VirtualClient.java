package io.alcove.syncer.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import java.util.OptionalLong;

/**
 * Writes to the tenant's cluster. What it refuses ends with {@link
 * io.alcove.apimachinery.status.StatusException}; any other exception means that it did not answer.
 */
public interface VirtualClient {

    ApiObject create(VirtualResource resource, ApiObject object);

    /** Creates a subresource of an object, such as pods/binding or serviceaccounts/token. */
    ApiObject createSubresource(
            VirtualResource resource, ObjectName name, String subresource, ApiObject body);

    /** Server-side apply under this service's field manager. */
    ApiObject apply(VirtualResource resource, ApiObject desired);

    /** A JSON patch; subresource is empty for the object itself. */
    ApiObject patch(
            VirtualResource resource, ObjectName name, String subresource, JsonNode jsonPatch);

    /** An object that is gone, or another by now, is no failure. */
    void delete(
            VirtualResource resource, ObjectName name, String uid, OptionalLong gracePeriodSeconds);
}
