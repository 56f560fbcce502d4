package io.alcove.syncer.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.client.ApiClient;
import io.alcove.client.DeleteOptions;
import io.alcove.client.PatchType;
import io.alcove.client.ResourceClient;
import java.util.OptionalLong;

/** The tenant's cluster through its API server's gRPC door. */
public final class ApiVirtualClient implements VirtualClient {

    private final ApiClient client;

    public ApiVirtualClient(ApiClient client) {
        this.client = client;
    }

    @Override
    public ApiObject create(VirtualResource resource, ApiObject object) {
        return of(resource).create(object);
    }

    @Override
    public ApiObject createSubresource(
            VirtualResource resource, ObjectName name, String subresource, ApiObject body) {
        return of(resource).create(name, subresource, body);
    }

    @Override
    public ApiObject apply(VirtualResource resource, ApiObject desired) {
        return of(resource).apply(desired, "", true);
    }

    @Override
    public ApiObject patch(
            VirtualResource resource, ObjectName name, String subresource, JsonNode jsonPatch) {
        return of(resource).patch(name, subresource, PatchType.JSON, jsonPatch);
    }

    @Override
    public void delete(
            VirtualResource resource,
            ObjectName name,
            String uid,
            OptionalLong gracePeriodSeconds) {
        DeleteOptions options = DeleteOptions.DEFAULT.onlyUid(uid);
        if (gracePeriodSeconds.isPresent()) {
            options = options.withGracePeriod(gracePeriodSeconds.getAsLong());
        }
        try {
            of(resource).delete(name, options);
        } catch (StatusException e) {
            if (!e.is(StatusReason.NOT_FOUND) && !e.is(StatusReason.CONFLICT)) {
                throw e;
            }
        }
    }

    private ResourceClient of(VirtualResource resource) {
        return client.resource(resource.resource());
    }
}
